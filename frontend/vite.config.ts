import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import { budget } from './build/budget.ts';
import { chunks } from './build/chunks.ts';
import { compileAhead } from './build/compile-ahead.ts';
import { preload } from './build/preload.ts';
import { precompress } from './build/precompress.ts';
import { staticIcons } from './build/static-icons.ts';
import { worker } from './build/worker.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Where `npm run dev` sends what only the Go server answers. */
const server = process.env['MAILLAGE_SERVER'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [
    staticIcons(),
    svelte(),
    svelteTesting(),
    preload(here('./src/start.ts')),
    worker(here('./dist')),
    compileAhead(/^(index|first|start|core|shared|rota|MyWeekScreen)$/),
    budget(),
    precompress(here('./dist')),
  ],
  resolve: { alias: { $lib: here('./src/lib'), $api: here('./src/api'), $ui: here('./src/ui') } },
  build: {
    target: 'baseline-widely-available',
    // A strict Content-Security-Policy allows neither inline scripts nor data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: chunks } },
  },
  server: { proxy: { '/api': server, '/calendars': server, '/healthz': server } },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['./src/test-setup.ts'],
  },
});
