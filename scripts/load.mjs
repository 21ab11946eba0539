#!/usr/bin/env node
// `npm run load -- [answers | class] [--seconds N …]`: learners who answer, and a class that sits an examination, from a
// process of their own; both one after the other, or the one named. What they may be told stands in bench/load-*.ts.
import './node-version.mjs';
import { runTypeScript } from './command-line.mjs';
import { explained, SetupError } from './report.mjs';
import { build, installAndGenerate } from './set-up.mjs';

const RUNS = ['answers', 'class'];

explained(async () => {
  const words = process.argv.slice(2);
  const named = words[0] !== undefined && !words[0].startsWith('-') ? words[0] : null;
  if (named !== null && !RUNS.includes(named)) {
    throw new SetupError(`There is no load run of that name: choose from ${RUNS.join(', ')}.`);
  }
  await installAndGenerate(process.env);
  await build(process.env);
  const codes = (named === null ? RUNS : [named]).map((run) =>
    runTypeScript(`bench/load-${run}.ts`, named === null ? words : words.slice(1), process.env),
  );
  process.exit(Math.max(...codes));
});
