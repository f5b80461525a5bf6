import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

export default {
  preprocess: vitePreprocess(),
  // Built element by element, a component is there sooner than through the parser: icons are many, and each has a template of its own.
  compilerOptions: { runes: true, fragments: 'tree' },
  vitePlugin: { dynamicCompileOptions: ({ filename }) => (filename.includes('node_modules') ? { runes: undefined } : undefined) },
};
