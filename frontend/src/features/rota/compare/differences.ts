import type { Difference } from '$api/comparison';
import type { Activity, Id } from '$api/wire';
import { dayOf, hour, momentWords } from '$lib/datetime';
import { peopleNames, placeWords, type KnownHouse } from '$lib/house';
import { compare as texts } from '$lib/i18n/compare';
import type { Paint } from '$ui/rota/paint';
import { movesSight } from '../answers/painting';
import { isAboutOne, labelOf, modalityOf, subjectOf } from '../words';

export type Grouping = 'child' | 'person';

/** Differences under one name: of a child, of a group or meeting, or of a professional. */
export interface DifferenceGroup {
  id: string;
  name: string;
  modality: string | null;
  differences: Difference[];
}

/** What the words of differences are made from. */
export interface DifferenceContext {
  house: KnownHouse;
  firstDay: string;
  activities: ReadonlyMap<Id, Activity>;
}

/** Everybody who takes part in an occurrence in one of the two rotas. */
export function peopleOf({ base, other }: Difference): Id[] {
  return [...new Set([base, other].flatMap((side) => (side ? [...side.staff, ...side.attendees] : [])))];
}

/** The teams of the people a difference concerns. */
export function teamsOf(difference: Difference, house: KnownHouse): Id[] {
  return [...new Set(peopleOf(difference).flatMap((person) => house.professional.get(person)?.main_team ?? []))];
}

/** Differences by whom they are about, or by who does it; names in the order of the alphabet. */
export function groupDifferences(differences: readonly Difference[], grouping: Grouping, context: DifferenceContext): DifferenceGroup[] {
  const groups = new Map<string, DifferenceGroup>();
  const add = (id: string, name: string, modality: string | null, difference: Difference) => {
    const group = groups.get(id) ?? { id, name, modality, differences: [] };
    group.differences.push(difference);
    groups.set(id, group);
  };
  for (const difference of differences) {
    const activity = context.activities.get(difference.activity);
    if (grouping === 'person') {
      for (const person of peopleOf(difference)) add(person, peopleNames(context.house, [person]), null, difference);
    } else {
      const child = activity && isAboutOne(activity) ? activity.children[0] : undefined;
      const modality = activity ? modalityOf(activity, context.house) : null;
      add(child ?? difference.activity, subjectOf(activity, context.house), modality, difference);
    }
  }
  return [...groups.values()].sort((one, another) => one.name.localeCompare(another.name));
}

/** A part of a line that is otherwise in the other rota: what it was is struck out. */
export interface Changed {
  was: string;
  now: string;
}

/** A difference in words: what it is, when, and who; each as it was and as it would be. */
export interface DifferenceWords {
  title: string;
  when: Changed;
  who: Changed;
}

export function differenceWords(
  { activity: id, base, other }: Difference,
  grouping: Grouping,
  context: DifferenceContext,
): DifferenceWords {
  const { house, firstDay, activities } = context;
  const activity = activities.get(id);
  const named = grouping === 'child' && activity && isAboutOne(activity) ? labelOf(activity) : subjectOf(activity, house);
  const people = (side: Difference['base']) => (side ? peopleNames(house, [...side.staff, ...side.attendees]) || texts().without : '');
  const place = (side: Difference['base']) => (side ? placeWords(house, side.place, side.room) : '');
  const sameDay = base && other && dayOf(base.start) === dayOf(other.start);
  const moment = (side: Difference['base'], short = false) => (side ? (short ? hour(side.start) : momentWords(firstDay, side.start)) : '');
  const where = [people(base) !== people(other), place(base) !== place(other)];
  const told = (side: Difference['base']) =>
    [(where[0] || !base || !other) && people(side), (where[1] || !base || !other) && place(side)].filter(Boolean).join(', ');
  return {
    title: named,
    when: changed(moment(base), base?.start === other?.start ? '' : moment(other, Boolean(sameDay)), other === null),
    who: where.some(Boolean) ? changed(told(base), told(other), other === null) : changed(people(base), '', false),
  };
}

/** A text that stays has no old form; one that goes has no new form. */
function changed(was: string, now: string, goes: boolean): Changed {
  if (goes) return { was, now: '' };
  return now === '' ? { was: '', now: was } : { was, now };
}

/** Every difference on the rows of the people it concerns: dashed where the base has it, green where the other has it. */
export function differencesPaint(differences: readonly Difference[], context: DifferenceContext): Paint {
  const moves = differences.map(({ activity, base, other }) => ({ activity, before: base, after: other }));
  return movesSight(moves, context)('professionals');
}
