import { describe, expect, it } from 'vitest';
import type { Year, YearDay } from '$api/weeks';
import { addDays, weekNumber, weekOf } from '$lib/datetime';
import { lookOf, monthsOf, openDays, step } from './months';

function sampleYear(): Year {
  const days: YearDay[] = Array.from({ length: 365 }, (_, index) => {
    const date = addDays('2026-09-01', index);
    const holiday = date === '2026-11-11';
    return {
      date,
      week: weekOf(date),
      closed: holiday ? 'public_holiday' : date.startsWith('2026-12-3') ? 'closed' : null,
      label: holiday ? 'Armistice de 1918' : '',
      school_holiday: null,
      open_from: date === '2027-02-01' ? 540 : 0,
      open_to: date === '2027-02-01' ? 720 : 1440,
      closings: [],
    };
  });
  const weeks = [...new Set(days.map((day) => day.week))].map((week) => ({
    week,
    number: weekNumber(week),
    letter: weekNumber(week) % 2 ? ('B' as const) : ('A' as const),
    published: false,
    drafts: 0,
    template: null,
  }));
  return {
    year: '2026-2027',
    zone: 'A',
    known: true,
    days,
    weeks,
    closings: [],
    can_change: true,
    can_import: false,
    previous: '2025-2026',
    next: '2027-2028',
    current_week: '2026-W47',
  };
}

describe('the year', () => {
  const year = sampleYear();
  const months = monthsOf(year);

  it('has twelve months from September in whole weeks', () => {
    expect(months.map(({ name }) => name.slice(5))).toEqual(['09', '10', '11', '12', '01', '02', '03', '04', '05', '06', '07', '08']);
    expect(months[0]?.weeks[0]?.days.map((day) => day?.date.slice(8) ?? '')).toEqual(['', '01', '02', '03', '04', '05', '06']);
    expect(months[3]?.weeks.at(-1)?.week.number).toBe(53);
    expect(months[4]?.weeks[0]?.days.map((day) => day?.date.slice(8) ?? '')).toEqual(['', '', '', '', '01', '02', '03']);
    expect(months.flatMap(({ weeks }) => weeks.flatMap(({ days }) => days.filter(Boolean)))).toHaveLength(365);
  });

  it('says the strongest thing of a day', () => {
    const day = (date: string) => year.days.find((one) => one.date === date) as YearDay;
    expect(lookOf(day('2026-11-11'), 2)).toBe('holiday');
    expect(lookOf(day('2026-12-30'), 2)).toBe('closed');
    expect(lookOf(day('2027-02-01'), 0)).toBe('reduced');
    expect(lookOf(day('2026-11-14'), 5)).toBe('weekend');
    expect(lookOf(day('2026-11-12'), 3)).toBe('open');
  });

  it('counts open days and steps with the arrows', () => {
    expect(openDays(year)).toBe(261 - 1 - 2);
    expect(step('ArrowUp', '2026-11-11')).toBe('2026-11-04');
    expect(step('ArrowRight', '2026-12-31')).toBe('2027-01-01');
    expect(step('Enter', '2026-12-31')).toBeNull();
  });
});
