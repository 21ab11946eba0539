// Imported first by every entry point, for its effect: an old Node stops here, with a sentence, before the rest of a
// script trips over something newer. Hence only syntax that an old Node can read, here and in the entry points.
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const problem = nodeProblem(process.versions.node, engines.node);
if (problem !== null) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}

/** A sentence when `version` ("20.20.2") is older than `range` (">=20.19", the only form used here), else null. */
export function nodeProblem(version, range) {
  const wanted = range.replace(/^>=\s*/, '');
  if (compare(version, wanted) >= 0) return null;
  return `Hornbook needs Node ${wanted} or newer and this is Node ${version}: install a newer Node (https://nodejs.org) and try again.`;
}

function compare(left, right) {
  const a = left.split('.').map(Number);
  const b = right.split('.').map(Number);
  for (let index = 0; index < 3; index += 1) {
    const difference = (a[index] || 0) - (b[index] || 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
