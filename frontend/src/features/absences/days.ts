import type { Absence } from '$api/weeks';
import { addDays, daysBetween, dayMonth, dayRange, dayShortMonth, hour, hourRange, minutesPerDay, mondayOf, weekOf } from '$lib/datetime';
import type { absences as french } from '$lib/i18n/messages/fr/absences';

/** Half a day ends and begins at noon. */
export const noon = 720;

/** Which part of its days an absence takes. */
export type Part = 'day' | 'morning' | 'afternoon' | 'hours';

export function partOf({ from_minute, to_minute }: { from_minute: number; to_minute: number }): Part {
  if (from_minute === 0 && to_minute === minutesPerDay) return 'day';
  if (from_minute === 0 && to_minute === noon) return 'morning';
  if (from_minute === noon && to_minute === minutesPerDay) return 'afternoon';
  return 'hours';
}

/** The minutes of a part of a day; of hours those given. */
export function minutesOf(part: Part, from: number, to: number): { from_minute: number; to_minute: number } {
  const known = { day: [0, minutesPerDay], morning: [0, noon], afternoon: [noon, minutesPerDay], hours: [from, to] } as const;
  return { from_minute: known[part][0], to_minute: known[part][1] };
}

/** « mar. 24 nov., matin, chaque semaine jusqu’au 2 juillet » ; « 24 – 27 novembre 2026, jusqu’à midi le dernier jour » */
export function whenOf(absence: Absence, words: typeof french): string {
  const { from_date, to_date, repeats, repeat_until } = absence;
  const oneDay = from_date === to_date;
  const days = oneDay ? dayShortMonth(from_date) : dayRange(from_date, to_date);
  const hours = (oneDay ? partOfDay : partOfSeveral)(absence, words);
  const again = repeat_until ? (repeats === 'letter' ? words.letter : words.weekly)(dayMonth(repeat_until)) : '';
  return [days, hours, again].filter(Boolean).join(', ');
}

function partOfDay({ from_minute, to_minute }: Absence, words: typeof french): string {
  const half = { day: '', morning: words.morning, afternoon: words.afternoon, hours: hourRange(from_minute, to_minute) };
  return half[partOf({ from_minute, to_minute })];
}

function partOfSeveral({ from_minute, to_minute }: Absence, words: typeof french): string {
  const hours = words.fromTo(hour(from_minute), hour(to_minute));
  return { day: '', morning: words.untilNoon, afternoon: words.fromNoon, hours }[partOf({ from_minute, to_minute })];
}

/** Whether an absence touches the days from first to last, both included. */
export function touches(absence: Absence, first: string, last: string): boolean {
  if (!absence.repeat_until) return absence.from_date <= last && absence.to_date >= first;
  const length = daysBetween(absence.from_date, absence.to_date);
  const letterOf = (date: string) => Number(weekOf(date).slice(6)) % 2;
  for (let start = absence.from_date; start <= absence.repeat_until && start <= last; start = addDays(start, 7)) {
    const falls = absence.repeats !== 'letter' || letterOf(start) === letterOf(absence.from_date);
    if (falls && addDays(start, length) >= first) return true;
  }
  return false;
}

export type When = 'thisWeek' | 'nextWeek' | 'later' | 'past';

/** Where an absence stands in the list of a day: under the first heading that it touches. */
export function groupOf(absence: Absence, today: string): When {
  const monday = mondayOf(weekOf(today));
  if (touches(absence, monday, addDays(monday, 6))) return 'thisWeek';
  if (touches(absence, addDays(monday, 7), addDays(monday, 13))) return 'nextWeek';
  return (absence.repeat_until ?? absence.to_date) < monday ? 'past' : 'later';
}
