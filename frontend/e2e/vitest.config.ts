import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The walks the guide tells: journeys as any other, which also draw its pictures. */
const GUIDE = ['monday.journey.ts', 'september.journey.ts'];

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The journeys of the users in a real browser against the real server: `npm run e2e`; the pictures of the screens: `npm run screenshots`. */
export default defineConfig(({ mode }) => ({
  root: here('.'),
  test: {
    include: mode === 'screenshots' ? ['screenshots.pictures.ts', ...GUIDE] : ['**/*.journey.ts'],
    env: mode === 'screenshots' ? { MAILLAGE_PICTURES: 'drawn', FONTCONFIG_FILE: here('./support/fonts.conf'), LANGUAGE: 'fr' } : {},
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
