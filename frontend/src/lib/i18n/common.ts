import { dictionary } from './dictionary.svelte';
import { common as french } from './messages/fr/common';

export const common = dictionary(french, async () => (await import('./messages/en/common')).common);
