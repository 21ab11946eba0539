#!/usr/bin/env node
// `npm run crash -- [--kills N]`: the production server, publishes and migrations are killed with −9 at random moments.
import './node-version.mjs';
import { runTypeScript } from './command-line.mjs';
import { explained } from './report.mjs';
import { build, installAndGenerate } from './set-up.mjs';

explained(async () => {
  await installAndGenerate(process.env);
  await build(process.env);
  process.exit(runTypeScript('bench/crash.ts', process.argv.slice(2), process.env));
});
