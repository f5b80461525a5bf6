import { dictionary } from './dictionary.svelte';
import { prints as french } from './messages/fr/prints';

export const prints = dictionary(french, async () => (await import('./messages/en/prints')).prints);
