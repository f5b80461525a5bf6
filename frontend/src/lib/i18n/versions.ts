import { dictionary } from './dictionary.svelte';
import { versions as french } from './messages/fr/versions';

export const versions = dictionary(french, async () => (await import('./messages/en/versions')).versions);
