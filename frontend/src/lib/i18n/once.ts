import { dictionary } from './dictionary.svelte';
import { once as french } from './messages/fr/once';

export const once = dictionary(french, async () => (await import('./messages/en/once')).once);
