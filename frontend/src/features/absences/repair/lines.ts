import type { Operation } from '$api/wire';
import type { RepairLine, RepairProposal } from '$api/weeks';
import { capitalised, dayLong, addDays, dayOf, hour } from '$lib/datetime';
import { peopleNames, type KnownHouse } from '$lib/house';
import type { repair as french } from '$lib/i18n/messages/fr/repair';

type Planned = NonNullable<RepairLine['after']>;

export const lineKey = ({ hit }: Pick<RepairLine, 'hit'>): string => `${hit.activity}/${hit.occurrence}`;

/** The operation that leaves a line out. */
export function asCancelled({ hit: { activity, occurrence } }: RepairLine): Operation {
  return { kind: 'unplan', activity, occurrence };
}

/** Whether two ways to plan the same thing are alike. */
export function sameWay(one: Planned, other: Planned): boolean {
  const told = ({ start, staff, place, room }: Planned) => JSON.stringify([start, staff, place, room]);
  return told(one) === told(other);
}

/** The proposal a line follows; undefined where it is cancelled. */
export function followed({ after, proposals }: RepairLine): RepairProposal | undefined {
  return after ? proposals.find((proposal) => sameWay(proposal.way.occurrence, after)) : undefined;
}

/** « Lou B. », « Sacha U. et Aya R. », or what it is where it is about no child. */
export function whoOf({ hit }: RepairLine, house: KnownHouse): string {
  const names = hit.children.flatMap((id) => house.child.get(id)?.name ?? []);
  return names.length > 0 && names.length < 4 ? names.join(', ') : capitalised(hit.label);
}

/** « lundi 23 novembre à 9 h » in a sentence. */
function momentOf(monday: string, start: number, words: (typeof french)['tell']): string {
  return words.moment(dayLong(addDays(monday, dayOf(start))), hour(start));
}

export interface Effects {
  kept: number;
  all: number;
  /** Lines whose children have another hour. */
  hours: number;
  faces: number;
  /** Minutes of travel that come on top. */
  travel: number;
}

/** What all lines together change for the week. */
export function effectsOf(lines: readonly RepairLine[]): Effects {
  const sum = (term: string) =>
    lines.reduce((total, line) => total + (followed(line)?.way.effects.find((effect) => effect.term === term)?.amount ?? 0), 0);
  return {
    kept: lines.filter((line) => line.after !== null).length,
    all: lines.length,
    hours: lines.filter((line) => line.after !== null && line.after.start !== line.hit.start && line.hit.children.length > 0).length,
    faces: Math.max(0, sum('fragmentation')),
    travel: Math.max(0, sum('travel')),
  };
}

/** Everybody of the staff whose week a line changes, but for those who are away. */
export function colleaguesOf(lines: readonly RepairLine[], away: string | null): string[] {
  const concerned = new Set<string>();
  for (const { hit, after } of lines) {
    if (after && after.start === hit.start && after.staff.join() === hit.staff.join()) continue;
    for (const id of [...hit.staff, ...(after?.staff ?? [])]) if (id !== away) concerned.add(id);
  }
  return [...concerned];
}

export interface FamilyMessage {
  key: string;
  child: string;
  text: string;
}

/** The first name alone: « Lou » of « Lou B. ». */
const firstName = (name: string): string => name.replace(/[ \u00a0]\S+$/u, '');

/** What there is to tell each family, one message a child and line. Nothing is sent: somebody reads it and sends it. */
export function messagesOf(
  lines: readonly RepairLine[],
  house: KnownHouse,
  monday: string,
  words: (typeof french)['tell'],
): FamilyMessage[] {
  return lines.flatMap((line) => {
    const { hit, after, fixed } = line;
    if (fixed) return [];
    return hit.children.flatMap((id) => {
      const child = house.child.get(id);
      if (!child) return [];
      const name = firstName(child.name);
      const before = momentOf(monday, hit.start, words);
      const names = after ? peopleNames(house, after.staff) : '';
      const what = hit.label;
      const sentence = !after
        ? words.cancelled(what, name, before)
        : after.start === hit.start
          ? words.covered(what, name, before, names)
          : words.moved(what, name, before, momentOf(monday, after.start, words), names);
      return [{ key: `${lineKey(line)} ${id}`, child: child.name, text: `${words.hello}\n\n${capitalised(sentence)}\n\n${words.bye}` }];
    });
  });
}
