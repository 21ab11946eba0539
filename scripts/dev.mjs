#!/usr/bin/env node
// `npm run dev`: as `npm start`, with the development server instead of a build.
import './node-version.mjs';
import { explained } from './report.mjs';
import { runServer } from './run-server.mjs';

explained(() => runServer('dev', process.env));
