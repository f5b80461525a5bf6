import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { chunkWith } from './chunks.ts';

type Chunk = Rolldown.OutputChunk & { viteMetadata?: { importedCss: Set<string> } };

/** The application, and the screen that can be read without network. */
const ROOTS = ['/src/start.ts', '/features/my-week/MyWeekScreen.svelte'];
/** What it loads only when it is asked for: its other width, the choice in the menu, the other language. */
const LATER = /\/features\/my-week\/|\/ui\/KeepWeek|\/i18n\/messages\/en\/(common|my-week)/;
/** Files that stand beside index.html under their own names. */
const BESIDE = ['theme.js', 'icon.svg'];

/** Writes worker.js into the build: the file beside this one with the names of the files it keeps, and a version that changes with any of them. */
export function worker(directory: string): Plugin {
  return {
    name: 'maillage-worker',
    apply: 'build',
    async writeBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((one): one is Chunk => one.type === 'chunk');
      const names = [...filesOf(chunks)].sort().map((name) => `/${name}`);
      const content = createHash('sha256');
      for (const name of ['index.html', ...BESIDE]) content.update(await readFile(join(directory, name)));
      const files = ['/', ...BESIDE.map((name) => `/${name}`), ...names];
      const version = content.update(files.join()).digest('hex').slice(0, 16);
      const source = await readFile(new URL('./worker.js', import.meta.url), 'utf8');
      const filled = source.replace("'__FILES__'", files.map((name) => `'${name}'`).join(', ')).replace('__VERSION__', version);
      await writeFile(join(directory, 'worker.js'), filled);
    },
  };
}

/** The scripts and styles of the entry, the application and the screen, with all they import. */
function filesOf(chunks: Chunk[]): Set<string> {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const found = new Set<string>();
  const add = (chunk: Chunk | undefined): void => {
    if (!chunk || found.has(chunk.fileName)) return;
    found.add(chunk.fileName);
    chunk.viteMetadata?.importedCss.forEach((name) => found.add(name));
    chunk.imports.forEach((name) => add(byName.get(name)));
    chunk.dynamicImports.map((name) => byName.get(name)).forEach((later) => later?.moduleIds.some((id) => LATER.test(id)) && add(later));
  };
  chunks.filter(({ isEntry }) => isEntry).forEach(add);
  for (const root of ROOTS) {
    const chunk = chunkWith(chunks, root);
    if (!chunk) throw new Error(`no script of the build holds ${root}, which build/worker.ts keeps`);
    add(chunk);
  }
  return found;
}
