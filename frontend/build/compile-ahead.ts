import type { Plugin } from 'vite';

const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * Marks the files of which nearly every function runs before the first picture. The browser compiles functions one by one when they are first
 * called, while the page waits; told so in the first line of a file, it compiles them beside the page while the file comes. Chromium does since
 * 136, others read a comment: https://v8.dev/blog/explicit-compile-hints
 */
export function compileAhead(names: RegExp): Plugin {
  return {
    name: 'maillage-compile-ahead',
    apply: 'build',
    generateBundle: {
      // The line has to be the first: what others write before a file is there by then.
      order: 'post',
      handler(_, bundle) {
        for (const file of Object.values(bundle)) if (file.type === 'chunk' && names.test(file.name)) file.code = HINT + file.code;
      },
    },
  };
}
