import { dictionary } from './dictionary.svelte';
import { recordKinds as french } from './messages/fr/record-kinds';

export const recordKinds = dictionary(french, async () => (await import('./messages/en/record-kinds')).recordKinds);

/** What the screens say of one kind of record. */
export type KindWords = (typeof french.kinds)[keyof typeof french.kinds];
