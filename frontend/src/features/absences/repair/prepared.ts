import type { Id } from '$api/wire';
import { whenForgotten } from '$lib/session.svelte';
import type { Message } from './lines';

/** Whom a repair tells what. */
export interface Prepared {
  /** Names of the colleagues whose week changes. */
  colleagues: string[];
  messages: Message[];
  transports: Message[];
}

/** By absence, until the application is closed or somebody signs out: once the week is published nothing is touched any more, and nobody could write them again. */
const prepared = new Map<Id, Prepared>();

whenForgotten(() => prepared.clear());

export function keepPrepared(absence: Id, messages: Prepared): void {
  prepared.set(absence, messages);
}

export function preparedFor(absence: Id): Prepared | undefined {
  return prepared.get(absence);
}
