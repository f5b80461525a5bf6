import type { Year, YearDay, YearWeek } from '$api/weeks';
import { addDays, mondayOf } from '$lib/datetime';

/** A month of the year page: whole weeks, of which only the month's own days are there. */
export interface Month {
  /** "2026-09" */
  name: string;
  weeks: { week: YearWeek; days: (YearDay | null)[] }[];
}

/** The months of a school year, each in weeks from Monday to Sunday. */
export function monthsOf(year: Year): Month[] {
  const weeks = new Map(year.weeks.map((week) => [week.week, week]));
  const months: Month[] = [];
  for (const day of year.days) {
    const name = day.date.slice(0, 7);
    let month = months.at(-1);
    if (month?.name !== name) months.push((month = { name, weeks: [] }));
    let line = month.weeks.at(-1);
    const week = weeks.get(day.week);
    if (!week) continue;
    if (line?.week.week !== day.week) month.weeks.push((line = { week, days: [null, null, null, null, null, null, null] }));
    const first = mondayOf(day.week);
    line.days[[0, 1, 2, 3, 4, 5, 6].findIndex((index) => addDays(first, index) === day.date)] = day;
  }
  return months;
}

/** What a day looks like: the strongest thing that is true of it. */
export type DayLook = 'open' | 'weekend' | 'holiday' | 'closed' | 'reduced';

export function lookOf(day: YearDay, weekday: number): DayLook {
  if (day.closed === 'public_holiday') return 'holiday';
  if (day.closed === 'closed') return 'closed';
  if (day.open_from > 0 || day.open_to < 1440) return 'reduced';
  return weekday >= 5 ? 'weekend' : 'open';
}

/** The days between two dates in which the house is open, of Monday to Friday. */
export function openDays(year: Year): number {
  return year.weeks.reduce((total, { week }) => {
    const first = mondayOf(week);
    const dates = new Set([0, 1, 2, 3, 4].map((index) => addDays(first, index)));
    return total + year.days.filter((day) => day.week === week && day.closed === null && dates.has(day.date)).length;
  }, 0);
}

/** Where the arrows lead from a day; null leaves it where it is. */
export function step(key: string, date: string): string | null {
  const days = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7, PageUp: -28, PageDown: 28 }[key];
  return days === undefined ? null : addDays(date, days);
}
