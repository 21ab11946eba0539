#!/usr/bin/env node
// `npm start`: from a fresh clone to a running server; a second start repeats only what changed.
import './node-version.mjs';
import { explained } from './report.mjs';
import { runServer } from './run-server.mjs';

explained(() => runServer('start', process.env));
