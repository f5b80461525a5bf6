import { dictionary } from './dictionary.svelte';
import { meetings as french } from './messages/fr/meetings';

export const meetings = dictionary(french, async () => (await import('./messages/en/meetings')).meetings);
