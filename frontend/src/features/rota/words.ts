import type { Activity, Breach, Id, Occurrence, OptionsAnswer, Placement, Reason, Reference, Rota } from '$api/wire';
import { addDays, capitalised, dayOf, dayShort, duration, hour, hourRange, momentWords, weekday } from '$lib/datetime';
import { peopleNames, type KnownHouse } from '$lib/house';
import { rota as texts, type RotaTexts } from '$lib/i18n/rota';
import type { RowOptions } from '$ui/rota/verdict';

type Refusals = RotaTexts['refusals'];
type RefusalWords = Parameters<Refusals['travel']['full']>[0];
type InTheWay = NonNullable<RefusalWords['blocking']>;

/** What the short messages of the rota are about: each takes the place of the one before. */
export const ROTA = { about: 'rota' };

/** Names one occurrence among all. */
export const refKey = ({ activity, occurrence }: Reference): string => `${activity}/${occurrence}`;

/** Reads back what refKey wrote. */
export function parseRef(ref: string): { activity: string; occurrence: number } | null {
  const at = ref.lastIndexOf('/');
  return at < 0 ? null : { activity: ref.slice(0, at), occurrence: Number(ref.slice(at + 1)) };
}

/** What stands in a rota under the name refKey gives; undefined where it is not planned. */
export const occurrenceOf = (rota: Rota | null | undefined, ref: string | null | undefined): Occurrence | undefined =>
  rota?.occurrences.find((one) => refKey(one) === ref);

/** The activities of a rota by id, built once per rota. */
export function activitiesOf(rota: Rota): Map<Id, Activity> {
  return new Map(rota.activities.map((activity) => [activity.id, activity]));
}

/** Things of a rota at hand by the occurrence they are about, built once per rota. */
export function byRef<Item extends Reference>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [refKey(item), item]));
}

/** Whether an activity is a session with one child, who then gives it its name. */
export function isAboutOne({ children, group }: Activity): boolean {
  return children.length === 1 && group === null;
}

/** What is done, at the head of a line; the title of a meeting may be kept from those who do not take part. */
export function labelOf({ label }: Pick<Activity, 'label'>): string {
  return label ? capitalised(label) : texts().meeting;
}

/** Who or what an activity is about, at the head of a line: the child's short name, the group with what it does, the meeting. */
export function subjectOf(activity: Activity | undefined, house: KnownHouse): string {
  if (!activity) return texts().activity;
  const only = isAboutOne(activity) ? house.child.get(activity.children[0] ?? '')?.name : undefined;
  return only ?? [labelOf(activity), activity.group].filter(Boolean).join(' · ');
}

/** What is done and for how long, in small letters, where the subject does not already say it. */
export function detailOf(activity: Activity): string {
  const length = duration(activity.duration);
  if (isAboutOne(activity)) return `${lowerFirst(labelOf(activity))}, ${length}`;
  return activity.children.length > 0 ? texts().tray.group(length) : length;
}

/** What a question about one occurrence asks about: « la 3ᵉ séance d’orthophonie », « cette réunion », « la 2ᵉ plage ». */
export function occasionOf(activity: Activity, occurrence: number): string {
  const words = texts().panel;
  if (activity.kind === 'meeting') return words.meeting;
  if (activity.kind === 'duty' || activity.kind === 'protected') return words.stretch(occurrence + 1, activity.count);
  return words.session(occurrence + 1, activity.count, lowerFirst(labelOf(activity)));
}

/** The modality an activity wears: its own, or that of all its children when they share one. */
export function modalityOf(activity: Activity, house: KnownHouse): string | null {
  if (activity.modality) return activity.modality;
  const modalities = new Set(activity.children.map((id) => house.child.get(id)?.modality));
  const [only] = modalities;
  return modalities.size === 1 && only ? only : null;
}

/** What is said of a session that moved: its hour, and its day where that is another. */
export function movedWords(what: string, firstDay: string, from: number, to: number): string {
  const otherDay = dayOf(from) === dayOf(to) ? null : dayShort(addDays(firstDay, dayOf(to)));
  return texts().status.moved(what, hour(to), otherDay);
}

/** « mardi 24, 14 h 30 – 15 h 15 » */
export function spanWords(firstDay: string, start: number, minutes: number): string {
  return `${weekday(addDays(firstDay, dayOf(start)))} ${dayShort(addDays(firstDay, dayOf(start))).split('\u00a0')[1] ?? ''}, ${hourRange(start, start + minutes)}`;
}

/** « JMO » or « JMO, salle Calme ». */
export function placeShort(house: KnownHouse, placement: Pick<Placement, 'place' | 'room'>): string {
  const place = placement.place === null ? undefined : house.place.get(placement.place);
  const room = placement.room === null ? undefined : house.room.get(placement.room);
  return [place?.code, room?.name].filter(Boolean).join(', ');
}

/** « mer. 25, 14 h, Alice Morand » */
export function placementWords(house: KnownHouse, firstDay: string, placement: Pick<Placement, 'start' | 'staff'>): string {
  return [momentWords(firstDay, placement.start), peopleNames(house, placement.staff)].filter(Boolean).join(', ');
}

/** What a sentence about a refusal needs of the rota. */
export interface RefusalContext {
  house: KnownHouse;
  firstDay: string;
  activities: ReadonlyMap<Id, Activity>;
  occurrences: ReadonlyMap<string, Occurrence>;
}

/** Why something is refused, as a few words. */
export function refusalShort(refusal: { code: string }): string {
  return lookUp(refusal.code).short;
}

/** A reason, with the other people it is given for in the same words. */
export type GatheredReason = Reason & { others: Id[] };

/** Why something is refused, as a sentence without capital and full stop. */
export function refusalWords(refusal: Breach | Reason | GatheredReason, context: RefusalContext): string {
  return lookUp(refusal.code).full(argumentsOf(refusal, context));
}

/** What is in the way of something, told as part of a sentence about somebody: « est déjà en séance ». */
export function busyWords(professional: string, blocking: Occurrence | undefined, context: RefusalContext): string {
  return texts().refusals.professional_busy.full({
    professional,
    blocking: blocking && { ...inTheWay(blocking, context), at: undefined, hour: hour(blocking.start) },
  });
}

/**
 * Reasons by their weight, the heaviest first. Those that differ only in who they are about are told together, as long as nothing
 * in particular stands in the way.
 */
export function gathered(reasons: readonly Reason[]): GatheredReason[] {
  const known = new Map<string, GatheredReason>();
  for (const [index, reason] of reasons.entries()) {
    const person = reason.professional ?? reason.child;
    const key = person === undefined || reason.blocking ? String(index) : `${reason.code} ${reason.child === undefined}`;
    const first = known.get(key);
    if (!first) known.set(key, { ...reason, others: [] });
    else {
      first.count += reason.count;
      if (reason.slots) first.slots = [...(first.slots ?? []), ...reason.slots];
      if (person !== undefined) first.others.push(person);
    }
  }
  return [...known.values()].sort((a, b) => b.count - a.count);
}

/** The same sentence, standing alone. */
export function refusalSentence(refusal: Breach | Reason, context: RefusalContext): string {
  return `${capitalised(refusalWords(refusal, context))}.`;
}

function lookUp(code: string): Refusals['travel'] {
  const { refusals, otherRefusal } = texts();
  return code in refusals ? refusals[code as keyof Refusals] : otherRefusal;
}

function argumentsOf(refusal: Breach | Reason | GatheredReason, context: RefusalContext): RefusalWords {
  const { house } = context;
  const { blocking } = refusal;
  const others = 'others' in refusal ? refusal.others : [];
  const minutes = 'amount' in refusal || 'limit' in refusal ? refusal : null;
  return {
    professional: namedTogether(house.professional, refusal.professional, others),
    child: namedTogether(house.child, refusal.child, others),
    several: others.length > 0,
    often: 'count' in refusal && refusal.count > 1,
    room: named(house.room, refusal.room),
    place: named(house.place, refusal.place),
    blocking: blocking && inTheWay(blocking, context),
    professions:
      'professions' in refusal
        ? listed(
            (refusal.professions ?? []).map((code) => professionWords(house, code)),
            texts().panel.or,
          )
        : undefined,
    amount: minutes?.amount === undefined ? undefined : duration(minutes.amount),
    limit: minutes?.limit === undefined ? undefined : duration(minutes.limit),
  };
}

function inTheWay(ref: Reference, { house, firstDay, activities, occurrences }: RefusalContext): InTheWay {
  const activity = activities.get(ref.activity);
  const occurrence = occurrences.get(refKey(ref));
  const at = occurrence && momentWords(firstDay, occurrence.start);
  if (!activity) return { kind: 'support', at };
  const one = isAboutOne(activity);
  return {
    kind: activity.kind !== 'session' ? activity.kind : one ? 'one' : 'group',
    label: lowerFirst(activity.label) || undefined,
    child: one ? named(house.child, activity.children[0]) : undefined,
    at,
  };
}

/** How many people a sentence names before it counts the others. */
const NAMED = 3;

function namedTogether(records: ReadonlyMap<Id, { name: string }>, first: Id | undefined, others: readonly Id[]): string | undefined {
  const words = texts().panel;
  const names = [first, ...others].map((id) => named(records, id)).filter((name) => name !== undefined);
  if (names.length === 0) return undefined;
  return names.length > NAMED ? words.names(names.slice(0, NAMED - 1).join(', '), names.length - NAMED + 1) : listed(names, words.and);
}

/** « a, b et c »; undefined for an empty list. */
export function listed(names: readonly string[], last: string): string | undefined {
  if (names.length < 2) return names[0];
  return `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1) ?? ''}`;
}

function named(records: ReadonlyMap<Id, { name: string }>, id: Id | undefined): string | undefined {
  return id === undefined ? undefined : records.get(id)?.name;
}

/** A profession as the house writes it under the names of those who have it. */
export function professionWords(house: KnownHouse, code: string): string {
  return house.professionals.find((one) => one.profession === code)?.job_title ?? code.replaceAll('_', ' ');
}

/** A label inside a sentence: small first letter, but not in « ESS ». */
export function lowerFirst(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/** Where each person could take a seat, as the grid wants it. */
export function optionsByRow({ rows }: OptionsAnswer): Map<Id, RowOptions> {
  return new Map(
    rows.map(({ professional, starts, reason }) => [
      professional,
      { starts: new Set(starts), reason: reason ? refusalShort(reason) : texts().otherRefusal.short },
    ]),
  );
}
