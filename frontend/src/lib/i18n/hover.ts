import { dictionary } from './dictionary.svelte';
import { hover as french } from './messages/fr/hover';

export const hover = dictionary(french, async () => (await import('./messages/en/hover')).hover);
