import { dictionary } from './dictionary.svelte';
import { welcome as french } from './messages/fr/welcome';

export const welcome = dictionary(french, async () => (await import('./messages/en/welcome')).welcome);
