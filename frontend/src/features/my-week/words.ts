import type { MyChild, MyItem, MyNews, MyRemoved } from '$api/wire';
import { addDays, capitalised, dayOf, dayShort, duration, hour } from '$lib/datetime';
import { placeWords, type KnownHouse } from '$lib/house';
import { myWeek } from '$lib/i18n/my-week';
import type { Gap } from './day';

/** Up to this many children are named in an appointment's title; more of them are counted. */
const namedChildren = 2;

function childNames(children: readonly MyChild[]): string {
  const [first, second] = children.map((child) => child.discreet_name);
  if (!first) return '';
  return second ? myWeek().and(first, second) : first;
}

/** The line one looks for: the child, or what the meeting is. */
export function titleOf(item: Pick<MyItem, 'label' | 'children'> & { kind?: MyItem['kind'] }): string {
  const { children } = item;
  const label = labelOf(item);
  if (children.length === 0 || children.length > namedChildren) return label;
  return item.kind === 'meeting' ? `${label} ${childNames(children)}` : childNames(children);
}

/** What the appointment is, at the head of a line; the title of a meeting may be kept from those who do not take part. */
export function labelOf({ label }: Pick<MyItem, 'label'>): string {
  return label ? capitalised(label) : myWeek().meeting;
}

/** The line below the title: what one does with the child, or with how many. */
export function detailOf(item: MyItem): string {
  if (item.children.length > namedChildren) {
    const names = item.children.map((child) => child.discreet_name).join(', ');
    return myWeek().listed(myWeek().children(item.children.length), names);
  }
  if (item.kind === 'meeting') return myWeek().people(item.with.length + 1);
  return item.children.length > 0 ? labelOf(item) : '';
}

/** The code that colours an appointment: the modality, a meeting's or protected time's. */
export function codeOf(item: MyItem): string {
  if (item.kind === 'meeting') return 'RE';
  return item.modality ?? item.children[0]?.modality ?? (item.kind === 'protected' ? 'PR' : 'RE');
}

/** Where it is; a fixed meeting without a place is remote. */
export function whereOf(item: MyItem, house: KnownHouse | undefined): string {
  if (item.place === null) return item.fixed ? myWeek().remote : '';
  return house ? placeWords(house, item.place, item.room) : '';
}

/** What changed since the version before, in words; null where nothing did. */
export function changeOf(item: MyItem, firstDay: string, house: KnownHouse | undefined): string | null {
  return item.change ? changeWords({ ...item.change, start: item.start }, firstDay, house) : null;
}

/** A change in words, with what was before: « Déplacé, était à 11 h 45 ». */
export function changeWords(
  { kind, start, old_start, old_place }: Pick<MyNews, 'kind' | 'start' | 'old_start' | 'old_place'>,
  firstDay: string,
  house: KnownHouse | undefined,
): string | null {
  if (kind === 'added' || kind === 'removed') return myWeek()[kind];
  if (old_start !== null && old_start !== start) {
    const old = hour(old_start);
    if (dayOf(old_start) === dayOf(start)) return myWeek().movedFromHour(old);
    return myWeek().movedFromDay(dayShort(addDays(firstDay, dayOf(old_start))), old);
  }
  if (kind === 'restaffed') return myWeek().restaffed;
  const place = old_place && house?.place.get(old_place)?.name;
  return place ? myWeek().movedFromPlace(place) : null;
}

/** A gap in words: « Repas, puis trajet 15 min ». */
export function gapWords(gap: Gap): string {
  const words = myWeek();
  if (gap.meal) return gap.travel > 0 ? words.mealThenTravel(duration(gap.travel)) : words.meal;
  if (gap.travel === 0) return words.free(duration(gap.free));
  return gap.free > 0 ? words.freeThenTravel(duration(gap.free), duration(gap.travel)) : words.travel(duration(gap.travel));
}

/** What was taken out or became otherwise, as one line. */
export function removedWords(removed: Pick<MyRemoved, 'label' | 'children'>): string {
  const title = titleOf(removed);
  const label = labelOf(removed);
  return title === label ? title : `${title}, ${label}`;
}
