import { dictionary } from './dictionary.svelte';
import { compare as french } from './messages/fr/compare';

export const compare = dictionary(french, async () => (await import('./messages/en/compare')).compare);
