import { whenForgotten } from './session.svelte';

/** Where the messages are read that a repair prepared, and the week after whose publication they are sent. The messages hold names: nothing stores them. */
let prepared: { week: string; path: string } | null = null;

whenForgotten(() => (prepared = null));

/** Says where the messages about a week wait until it is published. */
export function messagesWait(week: string, path: string): void {
  prepared = { week, path };
}

/** Where messages about a week that has just been published are read, once; null where none wait. */
export function messagesToSend(week: string): string | null {
  if (prepared?.week !== week) return null;
  const { path } = prepared;
  prepared = null;
  return path;
}
