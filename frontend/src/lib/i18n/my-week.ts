import { dictionary } from './dictionary.svelte';
import { myWeek as french } from './messages/fr/my-week';

export const myWeek = dictionary(french, async () => (await import('./messages/en/my-week')).myWeek);
