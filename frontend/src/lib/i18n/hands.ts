import { dictionary } from './dictionary.svelte';
import { hands as french } from './messages/fr/hands';

export const hands = dictionary(french, async () => (await import('./messages/en/hands')).hands);
