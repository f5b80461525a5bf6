import { dictionary } from './dictionary.svelte';
import { sessionEnd as french } from './messages/fr/session-end';

export const sessionEnd = dictionary(french, async () => (await import('./messages/en/session-end')).sessionEnd);
