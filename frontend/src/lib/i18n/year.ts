import { dictionary } from './dictionary.svelte';
import { year as french } from './messages/fr/year';

export const year = dictionary(french, async () => (await import('./messages/en/year')).year);
