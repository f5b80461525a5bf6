import { dictionary } from './dictionary.svelte';
import { absences as french } from './messages/fr/absences';

export const absences = dictionary(french, async () => (await import('./messages/en/absences')).absences);
