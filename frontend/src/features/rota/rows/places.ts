import type { Id } from '$api/wire';
import { rota as texts } from '$lib/i18n/rota';
import type { GridGroup } from '$ui/rota/model';
import { groupBy } from '$ui/rota/reconcile';
import type { RowPlan, RowSource } from './kinds';
import { ofTeam, openHours, plainRow } from './shared';
import { standsIn } from './standing';

/** A row for every room, under the places they are in. */
export function roomRows(source: RowSource): RowPlan {
  const { rota, house, week } = source;
  const concerned = ofTeam(source);
  const available = openHours(week, rota);
  const inPlace = groupBy(house.rooms, (room) => room.place);
  const groups: GridGroup[] = house.places
    .filter(({ id }) => inPlace.has(id))
    .map(({ id, code, name }) => ({ id, code, tint: null, name, note: texts().rows.rooms(inPlace.get(id)?.length ?? 0) }));
  return {
    groups,
    gathered: false,
    rowsOf: (occurrence, activity) => (concerned(occurrence) ? standsIn.rooms(occurrence, activity, house) : []),
    rows: (blocksOf) =>
      house.rooms.map(({ id, place, name, seats }) =>
        plainRow({ id, group: place, name, detail: texts().rows.seats(seats) }, blocksOf(id), available),
      ),
    ids: new Set<Id>(house.rooms.map(({ id }) => id)),
    waiting: null,
  };
}

/** A row for every place something happens at this week, and for the sites even when nothing does. */
export function placeRows(source: RowSource): RowPlan {
  const { rota, house, week } = source;
  const concerned = ofTeam(source);
  const available = openHours(week, rota);
  const used = new Set(rota.occurrences.map(({ place }) => place));
  const shown = house.places.filter(({ id, kind }) => kind === 'site' || used.has(id));
  const words = texts().rows;
  const kinds = (['site', 'school', 'home', 'partner'] as const).map((kind) => ({
    id: kind,
    code: words.placeCodes[kind],
    tint: null,
    name: words.placeKinds[kind],
    note: words.places(shown.filter((place) => place.kind === kind).length),
  }));
  return {
    groups: kinds,
    gathered: true,
    rowsOf: (occurrence, activity) => (concerned(occurrence) ? standsIn.places(occurrence, activity, house) : []),
    rows: (blocksOf) => shown.map(({ id, kind, name, code }) => plainRow({ id, group: kind, name, detail: code }, blocksOf(id), available)),
    ids: new Set<Id>(shown.map(({ id }) => id)),
    waiting: null,
  };
}
