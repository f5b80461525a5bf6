import type { Activity, Id } from '$api/wire';
import type { KnownHouse } from '$lib/house';
import type { RowKind } from './kinds';

/** With whom and where something stands, or might. */
export interface Standing {
  staff: readonly Id[];
  attendees?: readonly Id[] | undefined;
  place: Id | null;
  room: Id | null;
}

const peopleOf = ({ staff, attendees = [] }: Standing): Id[] => [...staff, ...attendees];
const only = (id: Id | null): Id[] => (id === null ? [] : [id]);

/** The rows of each kind in which something stands, whether or not they are shown. */
export const standsIn: Record<RowKind, (standing: Standing, activity: Pick<Activity, 'children'>, house: KnownHouse) => Id[]> = {
  professionals: peopleOf,
  children: (_, { children }) => children,
  rooms: ({ room }) => only(room),
  places: ({ place }) => only(place),
  teams: (standing, _, house) => [...new Set(peopleOf(standing).map((id) => house.professional.get(id)?.main_team ?? ''))],
};
