import { dictionary } from './dictionary.svelte';
import { answers as french } from './messages/fr/answers';

export const answers = dictionary(french, async () => (await import('./messages/en/answers')).answers);
