import type { Kind } from '$api/records';
import type { KindSpec } from '$lib/records/model';
import { child } from './child';
import { duty, group, need, protectedTime, recurringMeeting } from './demands';
import { modality, place, room, team, travel, unit } from './house';
import { facility } from './facility';
import { contact, partner } from './outside';
import { professional } from './professional';
import { workedDay } from './worked-day';

/** The kinds of the house's own section, in the groups its page shows. */
export const houseGroups = [
  { key: 'licence', kinds: [facility, unit, modality] },
  { key: 'where', kinds: [place, room, travel] },
  { key: 'who', kinds: [team, group] },
  { key: 'time', kinds: [need, duty, recurringMeeting, protectedTime] },
  { key: 'outside', kinds: [partner, contact] },
] as const satisfies { key: string; kinds: readonly KindSpec[] }[];

const houseKinds: readonly KindSpec[] = houseGroups.flatMap(({ kinds }) => kinds);

/** The kind under an address of the house: /maison/lieux. */
export function houseKind(slug: string): KindSpec | undefined {
  return houseKinds.find(({ path }) => path === `/maison/${slug}`);
}

/** What the screens know of a kind. */
export function specOf(kind: Kind): KindSpec {
  return [child, professional, workedDay, ...houseKinds].find((spec) => spec.kind === kind)!;
}
