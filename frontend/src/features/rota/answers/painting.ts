import type { Activity, Id, Placement } from '$api/wire';
import type { KnownHouse } from '$lib/house';
import type { Paint, Painted } from '$ui/rota/paint';
import { optionSpans } from '$ui/rota/verdict';
import type { RowKind } from '../rows/kinds';
import { standsIn, type Standing } from '../rows/standing';
import type { GatheredReason } from '../words';

/** What is shown on the grid, whatever its rows stand for. */
export type Sight = (rows: RowKind) => Paint;

/** What sights are made from. */
export interface SightContext {
  house: KnownHouse;
  activities: ReadonlyMap<Id, Activity>;
}

/** One thing that changes: what it is, where it was and where it would be; either may be absent. */
export interface Moved {
  activity: Id;
  before: (Standing & Pick<Placement, 'start'>) | null;
  after: (Standing & Pick<Placement, 'start'>) | null;
}

/** Shows changes on the rows of all they concern: green where something would stand, pale where it no longer would. */
export function movesSight(moves: readonly Moved[], { house, activities }: SightContext): Sight {
  return (kind) => {
    const rows = new Map<Id, Painted[]>();
    const paint = (activity: Activity | undefined, stood: Moved['before'], look: 'new' | 'old') => {
      if (!activity || !stood) return;
      const { start } = stood;
      const painted = { from: start, to: start + activity.duration, look, mark: look === 'new' ? '+' : '' };
      for (const row of new Set(standsIn[kind](stood, activity, house))) rows.set(row, [...(rows.get(row) ?? []), painted]);
    };
    for (const { activity, before } of moves) paint(activities.get(activity), before, 'old');
    for (const { activity, after } of moves) paint(activities.get(activity), after, 'new');
    return rows;
  };
}

/** A reason, and the number it is shown with. */
export interface Marked {
  reason: Pick<GatheredReason, 'slots' | 'room' | 'place' | 'child' | 'others'>;
  mark: string;
}

/**
 * Shows the hours a reason refuses to an activity: on the rows of the people it refuses them to, of their teams, of the children it names or
 * else of all, and of where the reason is about, where the activity stands, or else of all the rooms and places it may have.
 */
export function reasonSight(
  { reason, mark }: Marked,
  about: { activity: Activity | undefined; stands: Standing | null; step: number },
  house: KnownHouse,
): Sight {
  return (kind) => {
    const { activity, stands, step } = about;
    const starts = new Map<Id, Set<number>>();
    if (!activity) return new Map();
    const where = whereOf(reason, activity, stands, house);
    const children = reason.child === undefined ? activity.children : [reason.child, ...reason.others];
    for (const slot of reason.slots ?? []) {
      const rows = where.flatMap((one) => standsIn[kind]({ staff: [slot.professional], ...one }, { children }, house));
      for (const row of new Set(rows)) starts.set(row, new Set([...(starts.get(row) ?? []), ...slot.starts]));
    }
    const spans = (list: Iterable<number>) => optionSpans(list, step, step).map((span) => ({ ...span, look: 'no' as const, mark }));
    return new Map([...starts].map(([row, list]) => [row, spans(list)]));
  };
}

type Where = Pick<Standing, 'place' | 'room'>;

function whereOf({ room, place }: Marked['reason'], activity: Activity, stands: Where | null, house: KnownHouse): Where[] {
  if (room !== undefined) return [{ room, place: house.room.get(room)?.place ?? null }];
  if (place !== undefined) return [{ room: null, place }];
  if (stands) return [{ place: stands.place, room: stands.room }];
  const places = activity.places.map((id) => ({ place: id, room: null }));
  const rooms = house.rooms.filter((one) => suits(one, activity)).map((one) => ({ place: one.place, room: one.id }));
  return places.length + rooms.length > 0 ? [...places, ...rooms] : [{ place: null, room: null }];
}

/** Whether an activity may be held in a room, as far as its place, its seats and what is in it go. */
function suits({ place, seats, features }: KnownHouse['rooms'][number], { places, room }: Activity): boolean {
  const allowed = places.length === 0 || places.includes(place);
  return room !== null && allowed && seats >= room.seats && room.features.every((wanted) => features.includes(wanted));
}
