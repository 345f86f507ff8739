import { defineConfig } from 'vitest/config';

/** Drives the demo in Chromium, as a person would. Each file starts a demo of its own. */
export default defineConfig({
  test: {
    include: ['test/browser/**/*.test.ts'],
    pool: 'forks',
    // A demo is a database, a bot, a Playground and a browser: one at a time is enough for two cores.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
