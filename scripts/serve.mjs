// Running a server as our child: its end is our end, and a signal to us is a signal to it.
import { say } from './report.mjs';

const POLL_MS = 200;
const PARENT_POLL_MS = 500;

/** The address a person can open. A wildcard is no address, so it becomes the local one. */
export function addressOf(host, port) {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${port}`;
}

/** Says where the server is as soon as it answers, passes signals on, and exits with the server's code. */
export async function attend(server, address) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
  const watch = stopWithNpm(server);
  const ended = new Promise((resolve) =>
    server.once('exit', (code, signal) => resolve(code ?? signalCode(signal))),
  );
  const answered = answers(address, () => server.exitCode !== null || server.signalCode !== null);
  if (await Promise.race([answered, ended.then(() => false)]))
    say(`Hornbook is at ${address} (Ctrl-C stops it)`);
  const code = await ended;
  clearInterval(watch);
  process.exit(code);
}

/** True once something answers at `address`, whatever the answer; false when `hasEnded()` says that nothing will. */
export async function answers(address, hasEnded) {
  while (!hasEnded()) {
    try {
      await fetch(address, { redirect: 'manual' });
      return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }
  return false;
}

// npm hands a signal to the shell between it and us, which dies of it without a word. An orphan would keep the port.
function stopWithNpm(server) {
  const parent = process.ppid;
  if (!process.env.npm_lifecycle_event) return undefined;
  return setInterval(() => {
    if (process.ppid !== parent) server.kill('SIGTERM');
  }, PARENT_POLL_MS);
}

function signalCode(signal) {
  // What a shell reports for a process that a signal ended.
  return 128 + ({ SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 0);
}
