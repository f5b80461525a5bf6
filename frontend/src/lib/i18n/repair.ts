import { dictionary } from './dictionary.svelte';
import { repair as french } from './messages/fr/repair';

export const repair = dictionary(french, async () => (await import('./messages/en/repair')).repair);
