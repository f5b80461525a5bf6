import type { Planned } from '$api/answers';
import type { Placement, Reason } from '$api/wire';
import type { Paint, Painted } from '$ui/rota/paint';
import { optionSpans } from '$ui/rota/verdict';

/** One thing that changes: what it is, where it was and where it would be; either may be absent. */
export interface Moved {
  minutes: number;
  before: (Pick<Placement, 'start' | 'staff'> & { attendees?: string[] }) | null;
  after: Pick<Planned, 'start' | 'staff' | 'attendees'> | null;
}

/** Shows changes on the rows of everybody they concern: green where something would stand, pale where it no longer would. */
export function movesPaint(moves: readonly Moved[]): Paint {
  const rows = new Map<string, Painted[]>();
  const paint = (placed: NonNullable<Moved['before']>, minutes: number, look: 'new' | 'old') => {
    for (const person of new Set([...placed.staff, ...(placed.attendees ?? [])])) {
      const list = rows.get(person) ?? [];
      list.push({ from: placed.start, to: placed.start + minutes, look, mark: look === 'new' ? '+' : '' });
      rows.set(person, list);
    }
  };
  for (const { before, minutes } of moves) if (before) paint(before, minutes, 'old');
  for (const { after, minutes } of moves) if (after) paint(after, minutes, 'new');
  return rows;
}

/** Shows the hours that reasons refuse on the rows of those they are refused to; the mark is the number of the reason. */
export function reasonsPaint(reasons: readonly { slots?: Reason['slots'] | undefined; mark: string }[], step: number): Paint {
  const rows = new Map<string, Painted[]>();
  for (const { slots, mark } of reasons) {
    for (const { professional, starts } of slots ?? []) {
      const list = rows.get(professional) ?? [];
      list.push(...optionSpans(starts, step, step).map((span) => ({ ...span, look: 'no' as const, mark })));
      rows.set(professional, list);
    }
  }
  return rows;
}
