import { dictionary } from './dictionary.svelte';
import { records as french } from './messages/fr/records';

export const records = dictionary(french, async () => (await import('./messages/en/records')).records);
