import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'vite';

/**
 * How the modules stand in files. The browser asks for six files at a time and each costs it some five milliseconds of processor time, so that
 * forty small ones keep a screen waiting; and what a file holds is read whole, so that a screen waits for what it does not show. Both are met by
 * asking of each module who needs it before showing: the phone's agenda, the rota, or others.
 */

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What is made for one purpose and shared by many; the sheets, the texts of one subject and what is heavy stay with those who need them. */
const COMMON =
  /node_modules\/(svelte|esm-env|clsx|openapi-fetch|@lucide)\/|src\/(api|ui|lib)\/[^/]*$|src\/ui\/rota\/lanes|src\/lib\/i18n\/(common|dictionary|language|plural)/;
const HEAVY = /Combobox|SearchDialog/;
const ofRota = /src\/(ui\/rota|features\/rota\/(components\/|weeks\/join|[^/]+$))|i18n\/rota/;

/** Every module that is there before those of `entries` show. */
function closureOf(entries: readonly string[]): (id: string, context: Rolldown.ChunkingContext) => boolean {
  const found = new Set<string>();
  const add = (id: string, context: Rolldown.ChunkingContext) => {
    if (found.has(id)) return;
    found.add(id);
    context.getModuleInfo(id)?.importedIds.forEach((imported) => add(imported, context));
  };
  return (id, context) => {
    // The same all through a build: found out once.
    if (found.size === 0) entries.forEach((entry) => add(here(entry), context));
    return found.has(id);
  };
}

const beforeAgenda = closureOf(['../src/start.ts', '../src/features/my-week/MyWeekScreen.svelte']);
const beforeRota = closureOf(['../src/features/rota/RotaScreen.svelte']);

/** What src/main.ts needs: it waits for nothing else, so that the first screen is asked for before the application has come. */
const first = {
  name: 'first',
  test: /src\/(main|routes|api\/ahead|lib\/match|features\/rota\/choice)|vite\/preload-helper/,
  priority: 4,
};

const isShared = (id: string) => COMMON.test(id) && !HEAVY.test(id);

/** The application itself, with what it and the agenda of a phone are made of. */
const core = {
  name: (id: string, context: Rolldown.ChunkingContext) => (beforeAgenda(id, context) ? 'core' : null),
  test: (id: string) => /src\/(start\.ts|App\.svelte)$/.test(id) || isShared(id),
  priority: 3,
};
/** What else most screens share: with the rota, without it. */
const shared = {
  name: (id: string, context: Rolldown.ChunkingContext) => (beforeRota(id, context) ? 'shared' : null),
  test: isShared,
  minShareCount: 2,
  priority: 2,
};
const shell = { name: 'shell', test: isShared, minShareCount: 2, priority: 1 };

/** The rota in one file, and in another what only its panels and dialogs share. */
const rota = {
  name: (id: string, context: Rolldown.ChunkingContext) => (beforeRota(id, context) ? 'rota' : null),
};
const rotaParts = { name: 'rota-parts', test: ofRota, minShareCount: 2 };

export const chunks = { groups: [first, core, shared, shell, rota, rotaParts] };

/** The file that holds a module, told by the end of its path. */
export function chunkWith<File extends Rolldown.OutputChunk>(files: readonly File[], module: string): File | undefined {
  return files.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(module)));
}
