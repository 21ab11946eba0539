// Steps that run once: again only when their inputs changed or their result is gone.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { requireWritableFolder } from './requirements.mjs';

/**
 * Runs `run` unless it ran before with the same inputs and its result is still there. Returns whether it ran.
 * A step that throws leaves no stamp, so it runs again next time.
 *
 * @param {object} step
 * @param {string} step.name what its stamp is called
 * @param {string} step.base the folder that all paths start from
 * @param {readonly string[]} step.inputs files and folders; some may be missing
 * @param {(file: string) => boolean} [step.ignore] leaves a file or folder out of the inputs
 * @param {string} step.artefact a path that exists afterwards
 * @param {() => boolean} [step.isDone] whether somebody else produced the artefact from these inputs
 * @param {() => unknown} step.run
 */
export async function once({
  name,
  base,
  inputs,
  ignore = () => false,
  artefact,
  isDone = () => false,
  run,
}) {
  const stamp = path.join(base, 'node_modules/.cache/hornbook', name);
  const key = contentHash(base, inputs, ignore);
  if (fs.existsSync(path.join(base, artefact))) {
    if (readIfThere(stamp) === key) return false;
    if (readIfThere(stamp) === null && isDone()) {
      writeStamp(stamp, key);
      return false;
    }
  }
  requireWritableFolder(base, 'files');
  fs.rmSync(stamp, { force: true });
  await run();
  writeStamp(stamp, key);
  return true;
}

/** A digest of names and contents, and of the Node that native modules are built for. Times of change play no part. */
export function contentHash(base, inputs, ignore = () => false) {
  const hash = createHash('sha256').update(`${process.version} ${process.platform} ${process.arch}\n`);
  for (const file of inputs.flatMap((input) => filesUnder(base, input, ignore))) {
    const content = fs.readFileSync(path.join(base, file));
    // The length keeps "a" + "bc" apart from "ab" + "c".
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function filesUnder(base, relative, ignore) {
  const entry = fs.statSync(path.join(base, relative), { throwIfNoEntry: false });
  if (entry === undefined || ignore(relative)) return [];
  if (!entry.isDirectory()) return [relative];
  return fs
    .readdirSync(path.join(base, relative))
    .sort()
    .flatMap((name) => filesUnder(base, `${relative}/${name}`, ignore));
}

function readIfThere(file) {
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : null;
}

function writeStamp(stamp, key) {
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, key);
}
