import { dictionary } from './dictionary.svelte';
import { imports as french } from './messages/fr/import';

export const imports = dictionary(french, async () => (await import('./messages/en/import')).imports);
