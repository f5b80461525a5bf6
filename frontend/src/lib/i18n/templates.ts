import { dictionary } from './dictionary.svelte';
import { templates as french } from './messages/fr/templates';

export const templates = dictionary(french, async () => (await import('./messages/en/templates')).templates);
