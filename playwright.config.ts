import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { defineConfig } from '@playwright/test';
import { findChromium } from './scripts/chromium.mjs';
import { freePort } from './scripts/requirements.mjs';

const HOST = '127.0.0.1';

// Every worker evaluates this file anew: what is found here once reaches the workers through the environment.
process.env.E2E_PORT ??= String(await freePort(HOST));
process.env.THROWAWAY_FOLDER ??= fs.mkdtempSync(path.join(os.tmpdir(), 'hornbook-e2e-'));
const chromiumPath = await findChromium(process.env);
if (chromiumPath === null)
  throw new Error('No Chromium was found: run npm test once, or set CHROMIUM_PATH to one.');
process.env.CHROMIUM_PATH = chromiumPath;

const address = `http://${HOST}:${process.env.E2E_PORT}`;
const isRoot = process.getuid?.() === 0;

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  // No test is about time: these only end what hangs, on a busy machine too.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  use: {
    baseURL: address,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chromiumPath,
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-domain-reliability',
        '--disable-sync',
        '--no-pings',
        // Chromium's sandbox refuses to run as root, and a container's /dev/shm is often too small for it.
        ...(isRoot ? ['--no-sandbox', '--disable-dev-shm-usage'] : []),
      ],
    },
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  webServer: {
    command: 'node scripts/throwaway.mjs',
    url: address,
    env: { PORT: process.env.E2E_PORT, THROWAWAY_FOLDER: process.env.THROWAWAY_FOLDER },
    reuseExistingServer: false,
    // Long enough for a build, in case Playwright is started by itself.
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    stdout: 'pipe',
  },
});
