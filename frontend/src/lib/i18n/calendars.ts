import { dictionary } from './dictionary.svelte';
import { calendars as french } from './messages/fr/calendars';

export const calendars = dictionary(french, async () => (await import('./messages/en/calendars')).calendars);
