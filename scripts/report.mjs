// What the scripts say to the person who started them.

/** A condition that the person at the keyboard can repair. Its message is one sentence and is shown without a stack. */
export class SetupError extends Error {}

/** One line of what the person asked for. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** One line of what is being done meanwhile. Standard output may be read by a program, as that of `--json`. */
export function progress(line) {
  process.stderr.write(`${line}\n`);
}

/** Runs `task`; a SetupError ends the process with its sentence and code 1, anything else is a bug and keeps its stack. */
export async function explained(task) {
  try {
    await task();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
