import type { Occurrence, Operation, Rota } from '$api/wire';
import { refKey } from './words';

/**
 * What a rota most likely looks like after some changes. It is shown until the server answers, which decides:
 * rules, hours and travel are the server's.
 */
export function applyGuess(rota: Rota, operations: readonly Operation[]): Rota {
  return operations.reduce(applyOne, rota);
}

function applyOne(rota: Rota, operation: Operation): Rota {
  const key = refKey(operation);
  const before = rota.occurrences.find((occurrence) => refKey(occurrence) === key);
  switch (operation.kind) {
    case 'lock':
    case 'unlock':
      return before ? replaced(rota, { ...before, locked: operation.kind === 'lock' }) : rota;
    case 'copy':
    case 'resize':
    case 'split':
    case 'join':
      return rota; // how what holds this week only is called only the server says
    case 'remove':
      return withCounts({ ...without(rota, key), unplanned: rota.unplanned.filter((waiting) => refKey(waiting) !== key) });
    case 'unplan':
      return before ? withCounts({ ...without(rota, key), unplanned: [...rota.unplanned, ref(operation)] }) : rota;
    case 'set':
      return before ? replaced(rota, moved(before, operation)) : planned(rota, operation);
  }
}

const ref = ({ activity, occurrence }: Operation) => ({ activity, occurrence });

function without(rota: Rota, key: string): Rota {
  return { ...rota, occurrences: rota.occurrences.filter((occurrence) => refKey(occurrence) !== key) };
}

function replaced(rota: Rota, next: Occurrence): Rota {
  const key = refKey(next);
  return { ...rota, occurrences: rota.occurrences.map((occurrence) => (refKey(occurrence) === key ? next : occurrence)) };
}

function moved(before: Occurrence, { start, staff, attendees, place, room }: Operation): Occurrence {
  const { start: oldStart, staff: oldStaff, place: oldPlace, room: oldRoom } = before;
  const old = { start: oldStart, staff: oldStaff, place: oldPlace, room: oldRoom };
  return {
    ...before,
    start: start ?? before.start,
    staff: staff ?? before.staff,
    attendees: attendees ?? before.attendees,
    place: place ?? before.place,
    room: room ?? before.room,
    travel: [],
    change: before.change ?? { kind: 'moved', old },
  };
}

function planned(rota: Rota, operation: Operation): Rota {
  if (operation.start === undefined || operation.start === null) return rota;
  const occurrence: Occurrence = {
    ...ref(operation),
    start: operation.start,
    staff: (operation.staff ?? []).filter(Boolean),
    attendees: operation.attendees ?? [],
    place: operation.place ?? null,
    room: operation.room ?? null,
    locked: false,
    fixed: false,
    change: { kind: 'added', old: null },
    travel: [],
  };
  const key = refKey(operation);
  return withCounts({
    ...rota,
    occurrences: [...rota.occurrences, occurrence],
    unplanned: rota.unplanned.filter((waiting) => refKey(waiting) !== key),
  });
}

function withCounts(rota: Rota): Rota {
  const { wanted } = rota.counters;
  const unplanned = rota.unplanned.length;
  return { ...rota, counters: { ...rota.counters, unplanned, planned: Math.max(0, wanted - unplanned) } };
}
