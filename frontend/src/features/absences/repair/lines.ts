import type { Child, Operation } from '$api/wire';
import type { Contact, RepairLine, RepairProposal } from '$api/weeks';
import { capitalised, dayLong, addDays, dayOf, hour } from '$lib/datetime';
import { peopleNames, placeWords, type KnownHouse } from '$lib/house';
import type { repair as french } from '$lib/i18n/messages/fr/repair';

type Planned = NonNullable<RepairLine['after']>;
export type RepairJoining = NonNullable<RepairLine['joined']>;

export const lineKey = ({ hit }: Pick<RepairLine, 'hit'>): string => `${hit.activity}/${hit.occurrence}`;

/** The operation that leaves a line out. */
export function asCancelled({ hit: { activity, occurrence } }: RepairLine): Operation {
  return { kind: 'unplan', activity, occurrence };
}

/** The operation that brings the children of a line into a group, for this time. */
export function asJoined({ hit: { activity, occurrence } }: RepairLine, group: RepairJoining): Operation {
  return { kind: 'join', activity, occurrence, into: { activity: group.activity, occurrence: group.occurrence } };
}

/** When, with whom and where a line goes on: as it is planned now, or with the group its children join; null where it is cancelled. */
export const goesOn = ({ after, joined }: RepairLine): Pick<Planned, 'start' | 'staff' | 'place'> | null => after ?? joined;

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
    kept: lines.filter((line) => goesOn(line) !== null).length,
    all: lines.length,
    hours: lines.filter((line) => {
      const now = goesOn(line);
      return now !== null && now.start !== line.hit.start && line.hit.children.length > 0;
    }).length,
    faces: Math.max(0, sum('fragmentation')),
    travel: Math.max(0, sum('travel')),
  };
}

/** Everybody of the staff whose week a line changes, but for those who are away. */
export function colleaguesOf(lines: readonly RepairLine[], away: string | null): string[] {
  const concerned = new Set<string>();
  for (const line of lines) {
    const { hit } = line;
    const after = goesOn(line);
    if (after && after.start === hit.start && after.staff.join() === hit.staff.join()) continue;
    for (const id of [...hit.staff, ...(after?.staff ?? [])]) if (id !== away) concerned.add(id);
  }
  return [...concerned];
}

/** A message that is ready to be read and sent. */
export interface Message {
  key: string;
  child: string;
  text: string;
  /** To whom it goes, where that is known. */
  to?: string;
  /** Whom to reach there: « Mme Roche, standard, 04 71 00 00 17 ». */
  reach?: string;
}

/** The first name alone: « Lou » of « Lou B. ». */
const firstName = (name: string): string => name.replace(/[ \u00a0]\S+$/u, '');

/** An appointment of one child that becomes something else. */
interface Told {
  line: RepairLine;
  id: string;
  /** « Lou B. » */
  child: string;
}

/** Each child of each line; a meeting with partners is told by whoever books it. */
function childrenOf(lines: readonly RepairLine[], house: KnownHouse): Told[] {
  return lines.flatMap((line) =>
    line.fixed
      ? []
      : line.hit.children.flatMap((id) => {
          const child = house.child.get(id)?.name;
          return child ? [{ line, id, child }] : [];
        }),
  );
}

/**
 * What there is to tell each family, one message a child and line, with why it is cancelled where that was written. Nothing is sent: somebody
 * reads it and sends it.
 */
export function messagesOf(
  lines: readonly RepairLine[],
  house: KnownHouse,
  monday: string,
  words: (typeof french)['tell'],
  reasons: Readonly<Record<string, string>> = {},
): Message[] {
  return childrenOf(lines, house).map(({ line, id, child }) => {
    const { hit, joined } = line;
    const after = goesOn(line);
    const name = firstName(child);
    const before = momentOf(monday, hit.start, words);
    const names = after ? peopleNames(house, after.staff) : '';
    const sentence = !after
      ? words.cancelled(hit.label, name, before, reasons[lineKey(line)]?.trim() ?? '')
      : joined
        ? words.joined(hit.label, name, before, joined.label, momentOf(monday, joined.start, words), names)
        : after.start === hit.start
          ? words.covered(hit.label, name, before, names)
          : words.moved(hit.label, name, before, momentOf(monday, after.start, words), names);
    return { key: `${lineKey(line)} ${id}`, child, text: `${words.hello}\n\n${capitalised(sentence)}\n\n${words.bye}` };
  });
}

/** Who drives a child, as a message names it, and whom to reach there. */
function carrierOf({ name, transport, carrier }: Child, house: KnownHouse, contacts: readonly Contact[], words: (typeof french)['tell']) {
  const firm = carrier === null ? undefined : house.partner.get(carrier)?.name;
  if (transport === 'house') return { to: words.ownTransport(name), reach: '' };
  if (!firm) return { to: words.transport(name), reach: '' };
  const reached = contacts
    .filter(({ partner_id }) => partner_id === carrier)
    .map((one) => [one.name, one.role, one.phone || one.email].filter(Boolean).join(', '));
  return { to: words.firm(firm, name), reach: reached.join(' · ') };
}

/**
 * What there is to tell who drives a child: appointments that are cancelled, or at another hour or place. Why is not theirs to know. A family
 * that drives has its own message.
 */
export function transportsOf(
  lines: readonly RepairLine[],
  house: KnownHouse,
  monday: string,
  words: (typeof french)['tell'],
  contacts: readonly Contact[] = [],
): Message[] {
  const messages = new Map<string, Message>();
  for (const { line, id, child } of childrenOf(lines, house)) {
    const { hit } = line;
    const after = goesOn(line);
    const driven = house.child.get(id);
    if (!driven || driven.transport === 'family') continue;
    if (after && after.start === hit.start && after.place === hit.place) continue;
    const where = (place: string | null) => placeWords(house, place, null);
    const before = momentOf(monday, hit.start, words);
    const sentence = after
      ? words.ride(before, where(hit.place), momentOf(monday, after.start, words), where(after.place))
      : words.noRide(before, where(hit.place));
    const known = messages.get(id);
    const text = known ? known.text.replace(`\n\n${words.byeRide}`, '') : `${words.hello}\n\n${words.rides(firstName(child))}`;
    messages.set(id, {
      key: `ride ${id}`,
      child,
      text: `${text}\n${sentence}\n\n${words.byeRide}`,
      ...carrierOf(driven, house, contacts, words),
    });
  }
  return [...messages.values()];
}
