import type { HtmlTagDescriptor, Plugin } from 'vite';
import { chunkWith } from './chunks.ts';

/**
 * Names in index.html the scripts that every screen needs, the application and what it imports: the browser asks for them when it reads the
 * page, not when the first script has run. That one asks for the screen and its data, which the page cannot know.
 */
export function preload(application: string): Plugin {
  return {
    name: 'maillage-preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }): HtmlTagDescriptor[] {
        const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
        const found = chunkWith(chunks, application);
        if (!found) throw new Error(`no script of the build holds ${application}, which build/preload.ts names in the page`);
        // What the first script imports is named already.
        const names = [found.fileName, ...found.imports].filter((name) => !html.includes(name));
        return names.map((name) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/${name}` },
          injectTo: 'head',
        }));
      },
    },
  };
}
