import { dictionary } from './dictionary.svelte';
import { publish as french } from './messages/fr/publish';

export const publish = dictionary(french, async () => (await import('./messages/en/publish')).publish);
