import { lookAtMyWeek } from '$api/operations';
import type { MyWeek, Since } from '$api/wire';
import { whenForgotten } from '$lib/session.svelte';

/** What was new in a week when this page first showed it: going to another screen and back does not take it away. */
const told = new Map<string, Since>();
whenForgotten(() => told.clear());

/** What is new in a week since the reader last looked at it; null where they never did. */
export function newsOf({ week, since }: Pick<MyWeek, 'week' | 'since'>): Since | null {
  if (since && (since.first || since.changes.length > 0)) told.set(week, since);
  return told.get(week) ?? since;
}

/** Remembers that a week is being looked at. Where that fails, the same is new once more the next time. */
export function look({ week, version }: Pick<MyWeek, 'week' | 'version'>): void {
  if (document.visibilityState === 'visible') lookAtMyWeek(week, version ?? 0).catch(() => undefined);
}
