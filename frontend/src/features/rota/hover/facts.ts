import type { Effect } from '$api/answers';
import type { Occurrence, Rota } from '$api/wire';
import { dayOf, duration } from '$lib/datetime';
import { peopleNames, placeWords, type KnownHouse } from '$lib/house';
import { hover as texts } from '$lib/i18n/hover';
import { rota as rotaTexts } from '$lib/i18n/rota';
import { hereWords } from '../answers/wording';
import { breachesOf, keptWords } from '../conflicts';
import { activitiesOf, isAboutOne, placementWords, refusalSentence, type RefusalContext } from '../words';

/** What is told of a block, each line with what it is about. */
export type Fact = [about: string, told: string];

/** Who, with whom, where, and the ways there and on, of what is not already in the title of the card. */
export function factsOf(occurrence: Occurrence, rota: Rota, house: KnownHouse): Fact[] {
  const words = rotaTexts().panel;
  const activity = activitiesOf(rota).get(occurrence.activity);
  const children = activity && !isAboutOne(activity) ? activity.children : [];
  const facts: Fact[] = [
    [words.children, children.map((id) => house.child.get(id)?.name ?? '').join(', ')],
    [words.person, peopleNames(house, occurrence.staff)],
    [words.attendees, peopleNames(house, occurrence.attendees)],
    [words.place, placeWords(house, occurrence.place, occurrence.room) || words.noPlace],
    [words.travel, legWords(occurrence.travel, house)],
    [texts().travelAfter, legWords(legsAfter(occurrence, activity?.duration ?? 0, rota), house)],
  ];
  return facts.filter(([, told]) => told !== '');
}

type Leg = Occurrence['travel'][number];

function legWords(legs: readonly Leg[], house: KnownHouse): string {
  const told = legs.map(({ professional, minutes }) => ({
    who: house.professional.get(professional)?.name ?? '',
    long: duration(minutes),
  }));
  return told.map(({ who, long }) => (legs.length === 1 ? long : `${who} (${long})`)).join(', ');
}

/** The ways from an occurrence to what each of its people does next that day. */
export function legsAfter(occurrence: Occurrence, minutes: number, { occurrences }: Rota): Leg[] {
  const people = new Set([...occurrence.staff, ...occurrence.attendees]);
  const end = occurrence.start + minutes;
  const later = occurrences
    .filter((one) => one.start >= end && dayOf(one.start) === dayOf(occurrence.start) && one !== occurrence)
    .sort((a, b) => a.start - b.start);
  return [...people].flatMap((person) => {
    const next = later.find((one) => one.staff.includes(person) || one.attendees.includes(person));
    return next?.travel.filter(({ professional, minutes: long }) => professional === person && long > 0) ?? [];
  });
}

/** A state of a block in words, and how grave it is. */
export interface StateLine {
  text: string;
  tone: 'bad' | 'warn' | '';
}

/** What the strip, the frame and the corner of a block say, in words. */
export function statesOf(occurrence: Occurrence, rota: Rota, context: RefusalContext, zone: string): StateLine[] {
  const lines: StateLine[] = breachesOf(rota, occurrence).map((breach) => ({ text: refusalSentence(breach, context), tone: 'bad' }));
  for (const text of keptWords(rota, occurrence, zone)) lines.push({ text, tone: '' });
  const words = texts();
  const { change } = occurrence;
  if (rota.summary.state === 'draft' && change)
    lines.push({ text: change.old ? words.was(placementWords(context.house, context.firstDay, change.old)) : words.added, tone: '' });
  if (occurrence.fixed) lines.push({ text: rotaTexts().panel.fixed, tone: '' });
  else if (occurrence.locked) lines.push({ text: words.locked, tone: '' });
  return lines;
}

/** The wishes of which an explanation says that they are not met here. */
export function wishesOf(effects: readonly Effect[]): StateLine[] {
  const unmet = effects.filter(({ term, cost }) => cost > 0 && (term === 'window' || term === 'not_preferred'));
  return unmet.map((effect) => ({ text: texts().wish(hereWords(effect)), tone: 'warn' }));
}
