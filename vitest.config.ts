import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    include: ['lib/**/*.test.ts', 'components/**/*.test.ts', 'scripts/**/*.test.ts'],
    pool: 'forks',
    setupFiles: ['lib/testing/no-console-errors.ts'],
    globalSetup: ['scripts/build-workers.mjs'],
    testTimeout: 20_000,
  },
});
