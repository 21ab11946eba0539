// Steps that run once: again only when their inputs changed or their result is gone.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { progress } from './report.mjs';
import { requireWritableFolder } from './requirements.mjs';

/** Outside node_modules, which an installation empties. Ignored by Git. */
const TURN = 'build/.setting-up';
/** Between the making of that file and the writing of its number. */
const LEAVE_ALONE_MS = 1_000;

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
  const release = await takeTurn(base);
  try {
    // Whoever had the turn before may have done it.
    if (fs.existsSync(path.join(base, artefact)) && readIfThere(stamp) === key) return false;
    fs.rmSync(stamp, { force: true });
    await run();
    writeStamp(stamp, key);
    return true;
  } finally {
    release();
  }
}

/**
 * Two commands that set up the same folder would tear down each other's packages: one waits for the other. The turn is a
 * file with the number of the process that has it; one whose process is gone is nobody's.
 */
async function takeTurn(base) {
  const file = path.join(base, TURN);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  for (let told = false; ; told = true) {
    try {
      fs.writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => fs.rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    const owner = Number(readIfThere(file) ?? 0);
    if (!isAlive(owner) && isOlderThan(file, LEAVE_ALONE_MS)) fs.rmSync(file, { force: true });
    else {
      if (!told) progress(`Waiting for another Hornbook command (process ${owner}) that sets up this folder`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

function isOlderThan(file, ms) {
  const made = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
  return Date.now() - made > ms;
}

function isAlive(pid) {
  if (pid === 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
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
