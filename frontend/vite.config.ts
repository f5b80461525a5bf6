import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { svelteTesting } from '@testing-library/svelte/vite';
import type { Rolldown } from 'vite';
import { defineConfig } from 'vitest/config';
import { budget } from './build/budget.ts';
import { compileAhead } from './build/compile-ahead.ts';
import { preload } from './build/preload.ts';
import { precompress } from './build/precompress.ts';
import { staticIcons } from './build/static-icons.ts';
import { worker } from './build/worker.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
/** Where `npm run dev` sends what only the Go server answers. */
const server = process.env['MAILLAGE_SERVER'] ?? 'http://127.0.0.1:8080';

const SHARED =
  /node_modules\/(svelte|esm-env|clsx|openapi-fetch|@lucide)\/|src\/(api|ui|lib)\/[^/]*$|src\/ui\/rota\/lanes|src\/lib\/i18n\/(common|dictionary|language|plural)/;
const HEAVY = /Combobox|SearchDialog/;

/** What src/main.ts needs: it waits for nothing else, so that the first screen is asked for before the application has come. */
const first = {
  name: 'first',
  test: /src\/(routes|api\/ahead|lib\/match|features\/rota\/choice)|vite\/preload-helper|rolldown\/runtime/,
  priority: 1,
};

/**
 * What two screens or more share stands in one file: the browser asks for six at a time, so that forty small ones keep a screen waiting.
 * What is heavy and needed by few (the grid of the rota, the sheets of the records, the texts of one subject) stays with them.
 */
const shared = {
  name: (id: string, context: Rolldown.ChunkingContext) => (carried(context).has(id) ? 'core' : 'shell'),
  test: (id: string) => SHARED.test(id) && !HEAVY.test(id),
  minShareCount: 2,
};

/** What a phone loads to show its agenda: the application, and that screen. What else screens share is a second file, which it does not load. */
const CORE = ['./src/start.ts', './src/features/my-week/MyWeekScreen.svelte'].map(here);
let needed: Set<string> | null = null;

/** Every module the agenda of a phone needs before it shows; found out once a build. */
function carried(context: Rolldown.ChunkingContext): Set<string> {
  if (needed) return needed;
  const found = (needed = new Set<string>());
  const add = (id: string) => {
    if (found.has(id)) return;
    found.add(id);
    context.getModuleInfo(id)?.importedIds.forEach(add);
  };
  CORE.forEach(add);
  return found;
}

/** What the rota and the parts of it that come later share stands with the rota. */
const rota = {
  name: 'rota',
  test: /src\/(ui\/rota|features\/rota\/(components\/|weeks\/join|[^/]+$))|i18n\/rota/,
  minShareCount: 2,
};

export default defineConfig({
  plugins: [
    staticIcons(),
    svelte(),
    svelteTesting(),
    preload(here('./src/start.ts')),
    worker(here('./dist')),
    compileAhead(/^(index|first|start|core|shell|rota|RotaScreen|MyWeekScreen)$/),
    budget(),
    precompress(here('./dist')),
  ],
  resolve: { alias: { $lib: here('./src/lib'), $api: here('./src/api'), $ui: here('./src/ui') } },
  build: {
    target: 'baseline-widely-available',
    // A strict Content-Security-Policy allows neither inline scripts nor data: URLs.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: [first, shared, rota] } } },
  },
  server: { proxy: { '/api': server, '/calendars': server, '/healthz': server } },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    setupFiles: ['./src/test-setup.ts'],
  },
});
