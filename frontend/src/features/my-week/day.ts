import type { MyItem, MyRemoved, MyWeek, Minute } from '$api/wire';
import { dayOf, minuteOfDay, minutesPerDay } from '$lib/datetime';

/** A stretch between two appointments, told in words: free time, a meal, a journey, or one after the other. */
export interface Gap {
  kind: 'gap';
  free: number;
  travel: number;
  meal: boolean;
}

export interface Appointment {
  kind: 'item';
  item: MyItem;
}

/** When somebody takes a break for lunch: `minutes` in one piece between two hours of the day. */
export interface Lunch {
  from: Minute;
  to: Minute;
  minutes: number;
}

/** Free time shorter than this is a pause between two doors and not worth a line. */
const worthSaying = 15;

/** The appointments of one day of the week (0 is Monday) by the clock. */
export function itemsOfDay(items: readonly MyItem[], day: number): MyItem[] {
  return items.filter((item) => dayOf(item.start) === day).toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** What was taken out of one day, by the clock. */
export function removedOfDay(removed: readonly MyRemoved[], day: number): MyRemoved[] {
  return removed.filter((one) => dayOf(one.start) === day).toSorted((a, b) => a.start - b.start);
}

/** A day as one reads it: appointments, and between them what the time is for. */
export function agenda(items: readonly MyItem[], lunch: Lunch | null): (Gap | Appointment)[] {
  const entries: (Gap | Appointment)[] = [];
  let end: Minute | null = null;
  for (const item of items) {
    const gap = gapBefore(item, end, lunch);
    if (gap) entries.push(gap);
    entries.push({ kind: 'item', item });
    end = Math.max(end ?? item.end, item.end);
  }
  return entries;
}

function gapBefore(item: MyItem, end: Minute | null, lunch: Lunch | null): Gap | null {
  const travel = item.travel_before;
  if (end === null) return travel > 0 ? { kind: 'gap', free: 0, travel, meal: false } : null;
  const between = Math.max(0, item.start - end);
  const free = Math.max(0, between - travel);
  const meal = lunch !== null && overlap(end, item.start - travel, lunch) >= lunch.minutes;
  if (travel === 0 && free < worthSaying) return null;
  return { kind: 'gap', free: free < worthSaying ? 0 : free, travel, meal };
}

function overlap(from: Minute, to: Minute, lunch: Lunch): number {
  const midnight = dayOf(from) * minutesPerDay;
  return Math.min(to, midnight + lunch.to) - Math.max(from, midnight + lunch.from);
}

const workingDays = 5;

/** The days to show: Monday to Friday, and of the weekend as much as has something in it. */
export function shownDays(week: Pick<MyWeek, 'days' | 'items' | 'removed'>): MyWeek['days'] {
  const last = Math.max(0, ...[...week.items, ...week.removed].map((one) => dayOf(one.start)));
  return week.days.slice(0, Math.max(workingDays, last + 1));
}

/** When a day begins and ends, the first journey counted; null for a day without appointments. */
export function hoursOfDay(items: readonly MyItem[]): { from: Minute; to: Minute } | null {
  const first = items[0];
  if (!first) return null;
  return { from: first.start - first.travel_before, to: Math.max(...items.map((item) => item.end)) };
}

/** The hours a drawn week shows: at least the working day, whole hours, wide enough for everything in it. */
export function hoursOfWeek(items: readonly MyItem[]): { from: Minute; to: Minute } {
  const starts = items.map((item) => minuteOfDay(item.start) - item.travel_before);
  const ends = items.map((item) => minuteOfDay(item.start) + item.end - item.start);
  const hour = 60;
  return {
    from: Math.max(0, Math.floor(Math.min(8 * hour, ...starts) / hour) * hour),
    to: Math.min(minutesPerDay, Math.ceil(Math.max(17 * hour, ...ends) / hour) * hour),
  };
}

/** The day to open a week on: today when it lies in it, else the first with something in it. */
export function firstDay(dates: readonly string[], today: string, items: readonly MyItem[]): number {
  const index = dates.indexOf(today);
  if (index >= 0) return index;
  const busy = dates.findIndex((_date, day) => items.some((item) => dayOf(item.start) === day));
  return Math.max(0, busy);
}
