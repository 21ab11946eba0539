import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { root } from './environment.mjs';

type LockedPackage = { readonly optionalDependencies?: Readonly<Record<string, string>> };

it('locks every optional package of every platform, without which `npm ci` refuses the file', () => {
  const lock = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const packages = lock.packages as Readonly<Record<string, LockedPackage>>;
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !placesFor(name, place).some((candidate) => candidate in packages))
      .map((name) => `${name}, wanted by ${place}`),
  );
  expect(missing).toEqual([]);
});

/** Where npm may have put `name` for the package at `place`: nested in it, in a package around it, or at the top. */
function placesFor(name: string, place: string): string[] {
  const parts = place === '' ? [] : place.split('/node_modules/');
  return [
    ...parts.map(
      (_part, index) => `${parts.slice(0, parts.length - index).join('/node_modules/')}/node_modules/${name}`,
    ),
    `node_modules/${name}`,
  ];
}
