import { dictionary } from './dictionary.svelte';
import { propose as french } from './messages/fr/propose';

export const propose = dictionary(french, async () => (await import('./messages/en/propose')).propose);
