import type { Kind } from '$api/records';
import { dictionary } from './dictionary.svelte';
import { recordKinds as french } from './messages/fr/record-kinds';

export const recordKinds = dictionary(french, async () => (await import('./messages/en/record-kinds')).recordKinds);

/** What the screens say of one kind of record. A kind of which there is only one is never created, listed or archived: nothing is said of it. */
export interface KindWords {
  one: string;
  many: string;
  lead: string;
  sections: Record<string, string>;
  fields: Record<string, string>;
  create?: string;
  empty?: string;
  emptyHelp?: string;
  archive?: string;
}

export const kindWords = (kind: Kind): KindWords => recordKinds().kinds[kind];
