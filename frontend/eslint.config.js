import svelte from 'eslint-plugin-svelte';
import ts from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

const onlyFormatter = 'Dates and hours are written by src/lib/datetime.ts only, numbers by src/lib/number.ts.';
const ownFeature = 'A feature never reaches into another feature: what two of them share belongs to src/lib or src/ui.';

export default ts.config(
  { ignores: ['dist', 'node_modules', 'src/api/types.gen.ts', 'e2e/screenshots', 'test-results'] },
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } },
    rules: {
      // The application has its own router, without SvelteKit's resolve().
      'svelte/no-navigation-without-resolve': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'SvelteAttribute[key.name="style"]',
          message: 'The Content-Security-Policy refuses style attributes: use a class or style:property.',
        },
      ],
      // Svelte's own check for these comments is svelte-check, which fails on warnings.
      'svelte/no-unused-svelte-ignore': 'off',
      'prefer-const': 'off',
      'svelte/prefer-const': 'error',
    },
  },
  { rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
  {
    files: ['src/**/*.{ts,svelte}'],
    ignores: ['src/lib/datetime.ts', 'src/lib/i18n/numbers.ts', 'src/lib/i18n/plural.ts', '**/*.test.ts'],
    rules: {
      'no-restricted-globals': ['error', { name: 'Intl', message: onlyFormatter }, { name: 'Date', message: onlyFormatter }],
      'no-restricted-properties': [
        'error',
        ...['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'].map((property) => ({ property, message: onlyFormatter })),
      ],
    },
  },
  {
    files: ['src/**/*.{ts,svelte}'],
    ignores: ['src/features/**', 'src/App.svelte', 'src/routes.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: '/features/', message: ownFeature }] }] },
  },
  {
    files: ['src/features/*/*.{ts,svelte}'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: '^\\.\\./|/features/', message: ownFeature }] }] },
  },
  {
    files: ['src/features/*/*/**/*.{ts,svelte}'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: '^\\.\\./\\.\\./|/features/', message: ownFeature }] }] },
  },
);
