import type { Occurrence, Operation, Reference, Rota } from '$api/wire';
import { byRef, refKey } from './words';

/** What somebody else changed in the rota that is open. */
export interface ChangeElsewhere {
  rota: Rota;
  changed: Reference[];
  /** Whether a change of the reader's is being made on top of it. */
  joined: boolean;
}

const same = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((id, index) => id === b[index]);

function stands(a: Occurrence, b: Occurrence): boolean {
  return (
    a.start === b.start &&
    a.place === b.place &&
    a.room === b.room &&
    a.locked === b.locked &&
    same(a.staff, b.staff) &&
    same(a.attendees, b.attendees)
  );
}

/** The occurrences that do not stand alike in two states of a rota, planned in one of them at least. */
export function changedBetween(before: Rota, after: Rota): Reference[] {
  const [was, is] = [byRef(before.occurrences), byRef(after.occurrences)];
  const gone = before.occurrences.filter((one) => !is.has(refKey(one)));
  const fresh = after.occurrences.filter((one) => {
    const old = was.get(refKey(one));
    return !old || !stands(old, one);
  });
  return [...gone, ...fresh].map(({ activity, occurrence }) => ({ activity, occurrence }));
}

/** Whether operations are about something of a list of references. */
export function touches(operations: readonly Operation[], changed: readonly string[]): boolean {
  return operations.some((operation) => changed.includes(refKey(operation)));
}
