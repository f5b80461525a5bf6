import type { Activity, Id, Occurrence, Operation, OptionsAnswer, Reference } from '$api/wire';
import type { KnownHouse } from '$lib/house';
import { rota as texts } from '$lib/i18n/rota';
import type { Target } from '$ui/rota/model';
import type { RowOptions } from '$ui/rota/verdict';
import { optionsByRow, parseRef } from '../words';
import type { RowKind } from './kinds';

/** What is moved over rows of a kind. */
export interface Carried {
  kind: RowKind;
  ref: Reference;
  activity: Activity;
  /** Where it stands; absent for what waits in the tray. */
  occurrence: Occurrence | undefined;
  /** The row it was taken from; null when it comes from the tray. */
  from: Id | null;
  house: KnownHouse;
  /** Whether one more of it is put down. */
  copies: boolean;
}

/** What a drop asks the server for, or why there is nothing lawful to ask for. */
export type Asked = { operation: Operation } | { refusal: string };

/** The change a drop stands for. Along a row the hour changes; another row changes what rows stand for, where a session can have it changed. */
export function askedBy(carried: Carried, target: Target, answer: OptionsAnswer | null): Asked {
  const into = parseRef(target.into ?? '');
  if (into) return { operation: { kind: 'join', ...carried.ref, into } };
  if (target.length !== undefined) return { operation: { kind: 'resize', ...carried.ref, length: target.length } };
  const operation: Operation = { kind: carried.copies ? 'copy' : 'set', ...carried.ref, start: target.start };
  if (target.row === carried.from) return { operation };
  return others[carried.kind](carried, operation, target, answer);
}

const others: Record<RowKind, (carried: Carried, operation: Operation, target: Target, answer: OptionsAnswer | null) => Asked> = {
  professionals({ occurrence, from }, operation, { row }) {
    // One more of what a person gives already is with the same people.
    if (from === null && occurrence?.staff.includes(row)) return { operation: { ...operation, staff: occurrence.staff } };
    if (!occurrence || from === null) return { operation: { ...operation, staff: [row] } };
    const seat = occurrence.staff.indexOf(from);
    if (seat < 0 || occurrence.staff.includes(row) || occurrence.attendees.includes(row)) return { refusal: texts().status.notHere };
    return { operation: { ...operation, staff: occurrence.staff.with(seat, row) } };
  },
  children({ activity, house }, operation, { row }) {
    if (activity.children.includes(row)) return { operation };
    return { refusal: texts().rows.otherChild(house.child.get(row)?.name ?? '') };
  },
  rooms({ activity, house }, operation, { row }) {
    if (activity.room === null) return { refusal: texts().rows.noRoom };
    return { operation: { ...operation, place: house.room.get(row)?.place ?? null, room: row } };
  },
  places: (_, operation, { row }) => ({ operation: { ...operation, place: row } }),
  teams({ from, house }, operation, { row, start }, answer) {
    if (from !== null) return { refusal: texts().rows.otherTeam };
    const free = answer?.rows.find(
      ({ professional, starts }) => house.professional.get(professional)?.main_team === row && starts.includes(start),
    );
    return free ? { operation: { ...operation, staff: [free.professional] } } : { refusal: texts().rows.nobodyFree };
  },
};

/** Where what is carried may go, row by row. Rows of which only a check can tell are left out. */
export function optionsOn(carried: Carried, answer: OptionsAnswer): Map<Id, RowOptions> {
  const { kind, activity, occurrence, from, house } = carried;
  if (kind === 'professionals') return optionsByRow(answer);
  const held = occurrence?.staff[0];
  const startsOf = (wanted: (professional: Id) => boolean) =>
    new Set(answer.rows.filter(({ professional }) => wanted(professional)).flatMap(({ starts }) => starts));
  const own = { starts: startsOf((professional) => held === undefined || professional === held), reason: texts().otherRefusal.short };
  const nowhere = (reason: string) => ({ starts: new Set<number>(), reason });
  const teamOf = (professional: Id) => house.professional.get(professional)?.main_team;
  switch (kind) {
    case 'children':
      return new Map(house.children.map(({ id }) => [id, activity.children.includes(id) ? own : nowhere(texts().rows.otherChildShort)]));
    case 'teams':
      return new Map(
        house.teams.map(({ id }) => {
          if (from !== null) return [id, id === from ? own : nowhere(texts().refusals.team_rule.short)];
          return [id, { starts: startsOf((professional) => teamOf(professional) === id), reason: texts().rows.nobodyFreeShort }];
        }),
      );
    case 'rooms':
    case 'places':
      return onPlaces(carried, own, nowhere);
  }
}

function onPlaces({ kind, activity, from, house }: Carried, own: RowOptions, nowhere: (reason: string) => RowOptions): Map<Id, RowOptions> {
  const allowed = (place: Id) => activity.places.length === 0 || activity.places.includes(place);
  const known = new Map<Id, RowOptions>();
  const otherPlace = nowhere(texts().refusals.place_not_allowed.short);
  if (kind === 'rooms') {
    for (const { id, place } of house.rooms)
      if (activity.room === null) known.set(id, nowhere(texts().rows.noRoomShort));
      else if (!allowed(place)) known.set(id, otherPlace);
  } else for (const { id } of house.places) if (!allowed(id)) known.set(id, otherPlace);
  if (from !== null) known.set(from, own);
  return known;
}
