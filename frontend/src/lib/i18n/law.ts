import { dictionary } from './dictionary.svelte';
import { law as french } from './messages/fr/law';

export const law = dictionary(french, async () => (await import('./messages/en/law')).law);

export type LawTexts = ReturnType<typeof law>;
