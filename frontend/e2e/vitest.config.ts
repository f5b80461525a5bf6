import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The journeys of the users in a real browser against the real server: `npm run e2e`; the pictures of the screens: `npm run screenshots`. */
export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  test: {
    include: mode === 'screenshots' ? ['screenshots.pictures.ts'] : ['**/*.journey.ts'],
    globalSetup: ['./support/demo-house.ts'],
    environment: 'node',
    maxWorkers: 2,
    // Every step waits for at most twenty seconds; a walk of the accessibility checks has hundreds, on a machine that may be slow.
    testTimeout: 600_000,
    hookTimeout: 180_000,
    // The steps of a journey build on each other: after the first that fails, the others would say nothing.
    bail: 0,
  },
}));
