import { dictionary } from './dictionary.svelte';
import { series as french } from './messages/fr/series';

export const series = dictionary(french, async () => (await import('./messages/en/series')).series);
