import { operationOf, type Effect, type Planned, type Proposal, type Way } from '$api/answers';
import type { Activity, Id, Operation, Reference } from '$api/wire';
import { addDays, dayOf, duration, momentWords, weekday } from '$lib/datetime';
import { peopleNames, placeWords } from '$lib/house';
import { answers as texts } from '$lib/i18n/answers';
import { labelOf, lowerFirst, placementWords, subjectOf, type RefusalContext } from '../words';

/** What something costs or saves where it is, in words. */
export function hereWords({ term, amount, cost }: Effect): string {
  const words = texts().terms[term];
  const size = Math.abs(amount);
  return cost > 0 ? words.here(size, duration(size)) : words.less(size, duration(size));
}

/** « route +20, visages +60 » */
export function figures(effects: readonly Effect[]): string {
  return effects.map(({ term, cost }) => `${texts().terms[term].name}\u00a0${signed(cost)}`).join(', ');
}

export const signed = (value: number): string => (value > 0 ? `+${value}` : `\u2212${Math.abs(value)}`);

/** Who it would be, when, or both: what differs from the present way. */
export function wayTitle(
  way: Way,
  present: Pick<Planned, 'start' | 'staff' | 'place' | 'room'> | null,
  { house, firstDay }: RefusalContext,
): string {
  const { start, staff, place, room } = way.occurrence;
  const samePeople = present !== null && present.staff.join() === staff.join();
  const parts = [
    present?.start === start ? '' : momentWords(firstDay, start),
    samePeople ? '' : peopleNames(house, staff),
    present?.place !== place ? placeWords(house, place, room) : present.room === room ? '' : placeWords(house, null, room),
  ];
  return parts.filter(Boolean).join(', ');
}

/** What a way does to the rota, as one action. */
export function operationsOf(way: Way): Operation[] {
  const set = operationOf(way.occurrence);
  return way.gives_way ? [{ kind: 'unplan', ...way.gives_way }, set] : [set];
}

/** What a chain does to the rota, as one action: what is locked is released first and locked again where it then stands. */
export function chainOf({ change, steps }: Proposal): Operation[] {
  const moves = steps.map(({ after }) => operationOf(after));
  if (change?.kind !== 'pin') return moves;
  const pinned = { activity: change.activity ?? '', occurrence: change.occurrence ?? 0 };
  return [{ kind: 'unlock', ...pinned }, ...moves, { kind: 'lock', ...pinned }];
}

/** Where the record stands in which a proposal asks for a change; null where the rota itself is all there is to change. */
export function sheetOf(
  { change }: Proposal,
  activities: ReadonlyMap<Id, Activity>,
): { href: string; name: 'child' | 'person' | 'need' | 'room' } | null {
  switch (change?.kind) {
    case 'child_window':
      return { href: `/enfants/${change.child ?? ''}`, name: 'child' };
    case 'hours':
      return { href: `/equipe/${change.professional ?? ''}`, name: 'person' };
    case 'activity_window':
    case 'min_gap_days':
      return { href: demandSheet(activities.get(change.activity ?? '')), name: 'need' };
    case 'room_opening':
      return { href: `/maison/salles/${change.room ?? ''}`, name: 'room' };
    default:
      return null;
  }
}

/** The sheet of what an activity comes from. */
export function demandSheet(activity: Activity | undefined): string {
  switch (activity?.kind) {
    case 'session':
    case 'support':
      return `/maison/besoins/${activity.id}`;
    case 'duty':
      return `/maison/permanences/${activity.id}`;
    case 'meeting':
      return activity.fixed ? '/rencontres' : `/maison/reunions/${activity.id}`;
    default:
      return '/maison/temps-proteges';
  }
}

/** Whether a proposal needs nothing but changes of the rota. */
export function isOfRota({ change }: Proposal, activities: ReadonlyMap<Id, Activity>): boolean {
  return change === null || (change.kind === 'pin' && activities.get(change.activity ?? '')?.fixed !== true);
}

/** What a proposal asks for, in a few words. */
export function proposalTitle(proposal: Proposal, context: RefusalContext): string {
  const words = texts().unblock;
  const { change, steps } = proposal;
  const { house, firstDay, activities } = context;
  const when = change?.from === undefined ? '' : spanOf(firstDay, proposal);
  const nameOf = ({ activity }: Reference) => subjectOf(activities.get(activity), house);
  const moved = steps.slice(0, -1);
  const last = steps.at(-1)?.after;
  switch (change?.kind) {
    case 'child_window':
      return words.childWindow(house.child.get(change.child ?? '')?.name ?? '', when);
    case 'hours':
      return words.hours(house.professional.get(change.professional ?? '')?.name ?? '', when);
    case 'activity_window':
      return words.activityWindow(lowerFirst(labelOf(activities.get(change.activity ?? '') ?? { label: '' })), when);
    case 'room_opening':
      return words.room(house.room.get(change.room ?? '')?.name ?? '', when);
    case 'min_gap_days':
      return words.gap(change.days ?? 0);
    case 'pin': {
      const pinned = { activity: change.activity ?? '', occurrence: 0 };
      return isOfRota(proposal, activities) ? words.unlock(movesTitle(proposal, context)) : words.meeting(nameOf(pinned));
    }
    default:
      return moved.length === 0 && last ? words.plan(placementWords(house, firstDay, last)) : movesTitle(proposal, context);
  }
}

function movesTitle({ steps }: Proposal, { house, firstDay, activities }: RefusalContext): string {
  const words = texts().unblock;
  const nameOf = ({ activity }: Reference) => subjectOf(activities.get(activity), house);
  const moved = steps.slice(0, -1);
  const [only] = moved;
  if (moved.length > 1) return words.moveSeveral([...new Set(moved.map(({ after }) => nameOf(after)))].join(` ${texts().and} `));
  if (!only?.before) return '';
  const { before, after } = only;
  const shift = after.start - before.start;
  if (shift === 0) return words.restaff(nameOf(after), peopleNames(house, after.staff));
  if (dayOf(before.start) === dayOf(after.start))
    return words.shift(nameOf(after), duration(Math.abs(shift)), weekday(addDays(firstDay, dayOf(after.start))), shift > 0);
  return words.move(nameOf(after), momentWords(firstDay, after.start));
}

/** The hour at which what is asked for would be held: that, and not the whole window, is what somebody has to agree to. */
function spanOf(firstDay: string, { steps }: Proposal): string {
  const after = steps.at(-1)?.after;
  return after ? momentWords(firstDay, after.start) : '';
}

/** « Alice Morand, PEU » */
export function whoWhere({ staff, place, room }: Pick<Planned, 'staff' | 'place' | 'room'>, { house }: RefusalContext): string {
  return [peopleNames(house, staff), placeWords(house, place, room)].filter(Boolean).join(', ');
}
