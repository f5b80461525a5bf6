import { dictionary } from './dictionary.svelte';
import { search as french } from './messages/fr/search';

export const search = dictionary(french, async () => (await import('./messages/en/search')).search);
