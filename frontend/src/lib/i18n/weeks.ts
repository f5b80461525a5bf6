import { dictionary } from './dictionary.svelte';
import { weeks as french } from './messages/fr/weeks';

export const weeks = dictionary(french, async () => (await import('./messages/en/weeks')).weeks);
