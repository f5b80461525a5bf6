import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';
import { chunkWith } from './chunks.ts';

/** How much script a screen may load before it shows, in thousands of octets as they are sent (gzip). */
interface Budget {
  /** The module of the screen. */
  screen: string;
  most: number;
  /** Files that do not count: those most screens load anyway. */
  without: RegExp;
}

const BUDGETS: readonly Budget[] = [
  // All of it, from the first file on: a phone loads the agenda over a poor network.
  { screen: '/features/my-week/MyWeekScreen.svelte', most: 54, without: /^$/ },
  { screen: '/features/rota/RotaScreen.svelte', most: 60, without: /^(first|core|shared)$/ },
];

/** Fails the build where a screen carries more script than it may. */
export function budget(): Plugin {
  return {
    name: 'maillage-budget',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((file): file is Rolldown.OutputChunk => file.type === 'chunk');
      const entry = chunkWith(chunks, '/src/start.ts');
      for (const { screen, most, without } of BUDGETS) {
        const root = chunkWith(chunks, screen);
        // Only the build of the application has the screen.
        if (!root) continue;
        const loaded = closure(chunks, [root, ...(entry ? [entry] : [])]).filter(({ name }) => !without.test(name));
        const kilo = loaded.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).length, 0) / 1000;
        if (kilo > most)
          this.error(
            `${screen} loads ${kilo.toFixed(1)} kB of script (gzip), ${most} kB at most: load what is not needed at first when it is asked for. Files: ${loaded.map(({ fileName }) => fileName).join(', ')}`,
          );
      }
    },
  };
}

/** Some files and all they import before they run. */
function closure(chunks: readonly Rolldown.OutputChunk[], roots: readonly Rolldown.OutputChunk[]): Rolldown.OutputChunk[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const found = new Set<Rolldown.OutputChunk>();
  const add = (chunk: Rolldown.OutputChunk | undefined) => {
    if (!chunk || found.has(chunk)) return;
    found.add(chunk);
    for (const name of chunk.imports) add(byName.get(name));
  };
  roots.forEach(add);
  return [...found];
}
