import type { Activity, Breach, Id, Occurrence, OptionsAnswer, Placement, Reason, Reference, Rota } from '$api/wire';
import { addDays, capitalised, dayOf, dayShort, duration, hour, hourRange, weekday } from '$lib/datetime';
import type { KnownHouse } from '$lib/house';
import { rota as texts, type RotaTexts } from '$lib/i18n/rota';
import type { RowOptions } from '$ui/rota/verdict';

type Refusals = RotaTexts['refusals'];
type RefusalWords = Parameters<Refusals['travel']['full']>[0];

/** Names one occurrence among all. */
export const refKey = ({ activity, occurrence }: Reference): string => `${activity}/${occurrence}`;

/** The activities of a rota by id, built once per rota. */
export function activitiesOf(rota: Rota): Map<Id, Activity> {
  return new Map(rota.activities.map((activity) => [activity.id, activity]));
}

/** Things of a rota at hand by the occurrence they are about, built once per rota. */
export function byRef<Item extends Reference>(items: readonly Item[]): Map<string, Item> {
  return new Map(items.map((item) => [refKey(item), item]));
}

/** Who or what an activity is about, as it stands on a block: the child's short name, the group, the meeting. */
export function subjectOf(activity: Activity | undefined, house: KnownHouse): string {
  if (!activity) return '';
  const [only] = activity.children;
  if (activity.children.length === 1 && only !== undefined) return house.child.get(only)?.name ?? activity.label;
  return activity.label;
}

/** What is done, in small letters, where the subject does not already say it. */
export function detailOf(activity: Activity): string {
  const told = activity.children.length === 1 ? [lowerFirst(activity.label), duration(activity.duration)] : [duration(activity.duration)];
  return told.join(', ');
}

/** The modality an activity wears: its own, or that of all its children when they share one. */
export function modalityOf(activity: Activity, house: KnownHouse): string | null {
  if (activity.modality) return activity.modality;
  const modalities = new Set(activity.children.map((id) => house.child.get(id)?.modality));
  const [only] = modalities;
  return modalities.size === 1 && only ? only : null;
}

/** « mar. 24, 14 h 30 » */
export function momentWords(firstDay: string, start: number): string {
  return `${dayShort(addDays(firstDay, dayOf(start)))}, ${hour(start)}`;
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

/** The names of people, joined by commas. */
export function peopleNames(house: KnownHouse, ids: readonly Id[]): string {
  return ids
    .map((id) => house.professional.get(id)?.name ?? '')
    .filter(Boolean)
    .join(', ');
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
export function refusalShort(refusal: Pick<Breach, 'code'>): string {
  return lookUp(refusal.code).short;
}

/** Why something is refused, as a sentence without capital and full stop. */
export function refusalWords(refusal: Breach | Reason, context: RefusalContext): string {
  return lookUp(refusal.code).full(argumentsOf(refusal, context));
}

/** The same sentence, standing alone. */
export function refusalSentence(refusal: Breach | Reason, context: RefusalContext): string {
  return `${capitalised(refusalWords(refusal, context))}.`;
}

function lookUp(code: string): Refusals['travel'] {
  const { refusals, otherRefusal } = texts();
  return code in refusals ? refusals[code as keyof Refusals] : otherRefusal;
}

function argumentsOf(refusal: Breach | Reason, { house, firstDay, activities, occurrences }: RefusalContext): RefusalWords {
  const blocking = refusal.blocking;
  const inTheWay = blocking && occurrences.get(refKey(blocking));
  const minutes = 'amount' in refusal || 'limit' in refusal ? refusal : null;
  return {
    professional: named(house.professional, refusal.professional),
    child: named(house.child, refusal.child),
    room: named(house.room, refusal.room),
    place: named(house.place, refusal.place),
    blocking: blocking && subjectOf(activities.get(blocking.activity), house),
    blockingAt: inTheWay && momentWords(firstDay, inTheWay.start),
    professions: 'professions' in refusal ? refusal.professions?.map((code) => professionWords(house, code)).join(', ') : undefined,
    amount: minutes?.amount === undefined ? undefined : duration(minutes.amount),
    limit: minutes?.limit === undefined ? undefined : duration(minutes.limit),
  };
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
