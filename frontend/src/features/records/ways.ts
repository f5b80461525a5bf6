import type { Travel, TravelPair } from '$api/travel';

/** What of all ways is shown: those to check, those the house corrected or imported, or those from one place, by its id. */
export type Shown = 'check' | 'own' | (string & {});

/** A way that plans count by a guess: nothing is known of it, or what the routing server said is of another place. */
export const toCheck = ({ source, stale }: TravelPair): boolean => stale || source === 'unknown';

/** A way whose length the house itself said. */
export const isOwn = ({ source }: TravelPair): boolean => source === 'override' || source === 'matrix';

export function waysShown({ pairs }: Travel, shown: Shown): TravelPair[] {
  if (shown === 'check') return pairs.filter(toCheck);
  if (shown === 'own') return pairs.filter(isOwn);
  return pairs.filter(({ from_place_id }) => from_place_id === shown);
}

/** When the routing server last answered; null for never. */
export function lastAsked({ pairs }: Travel): string | null {
  const asked = pairs.filter(({ source }) => source === 'osrm').map(({ at }) => at ?? '');
  return asked.length === 0 ? null : asked.reduce((latest, at) => (at > latest ? at : latest));
}
