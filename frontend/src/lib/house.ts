import { readHouse } from '$api/operations';
import type { Child, House, Id, Partner, Place, Professional, Room, Team } from '$api/wire';

/** The facility's people, teams and places, with each of them at hand by its id. */
export interface KnownHouse extends House {
  professional: Map<Id, Professional>;
  child: Map<Id, Child>;
  place: Map<Id, Place>;
  room: Map<Id, Room>;
  team: Map<Id, Team>;
  partner: Map<Id, Partner>;
}

let known: Promise<KnownHouse> | null = null;

/** Reads the house once and keeps it while the session lasts. */
export function house(): Promise<KnownHouse> {
  known ??= readHouse()
    .then(index)
    .catch((error: unknown) => {
      known = null;
      throw error;
    });
  return known;
}

export function forgetHouse(): void {
  known = null;
}

/** Puts each record at hand by its id. */
export function index(read: House): KnownHouse {
  const byId = <Item extends { id: Id }>(items: Item[]) => new Map(items.map((item) => [item.id, item]));
  return {
    ...read,
    professional: byId(read.professionals),
    child: byId(read.children),
    place: byId(read.places),
    room: byId(read.rooms),
    team: byId(read.teams),
    partner: byId(read.partners),
  };
}

/** « Les Peupliers, salle Calme », the place alone, or the empty text where there is neither. */
export function placeWords(known: KnownHouse, place: Id | null, room: Id | null): string {
  const names = [place && known.place.get(place)?.name, room && known.room.get(room)?.name];
  return names.filter(Boolean).join(', ');
}

/** The names of people, joined by commas. */
export function peopleNames(known: KnownHouse, ids: readonly Id[]): string {
  return ids
    .map((id) => known.professional.get(id)?.name ?? '')
    .filter(Boolean)
    .join(', ');
}
