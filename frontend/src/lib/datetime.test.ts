import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  addDays,
  clock,
  dayFull,
  dayLong,
  dayMonth,
  dayRange,
  dayShort,
  dayShortMonth,
  daysBetween,
  duration,
  fieldClock,
  fullHour,
  hour,
  hourRange,
  instantLong,
  isWeek,
  localTime,
  minutesPerDay,
  mondayOf,
  nextWeek,
  parseClock,
  previousWeek,
  weekNumber,
  weekOf,
  weekday,
  weekdayOf,
  weekdayShort,
} from './datetime';
import { setLanguage } from './i18n/language.svelte';

const nb = '\u00a0';
const anyDate = fc.integer({ min: 0, max: 36_500 }).map((days) => addDays('2000-01-01', days));

afterEach(() => setLanguage('fr'));

describe('hours', () => {
  it('writes them as a French sentence does', () => {
    expect(hour(14 * 60 + 30)).toBe(`14${nb}h${nb}30`);
    expect(hour(9 * 60)).toBe(`9${nb}h`);
    expect(hour(9 * 60 + 5)).toBe(`9${nb}h${nb}05`);
    expect(fullHour(11 * 60)).toBe(`11${nb}h${nb}00`);
    expect(hourRange(14 * 60 + 45, 15 * 60 + 45)).toBe(`14${nb}h${nb}45${nb}–${nb}15${nb}h${nb}45`);
  });

  it('writes them in columns with a colon', () => {
    expect(clock(9 * 60 + 30)).toBe('9:30');
    expect(clock(14 * 60 + 45)).toBe('14:45');
  });

  it('reads a minute of the week by the clock of its day', () => {
    expect(clock(2 * minutesPerDay + 8 * 60)).toBe('8:00');
  });

  it('writes English by the clock of 24 hours', async () => {
    await setLanguage('en');
    expect(hour(14 * 60 + 30)).toBe('14:30');
    expect(hour(9 * 60)).toBe('9:00');
  });

  it('writes lengths', () => {
    expect(duration(45)).toBe(`45${nb}min`);
    expect(duration(60)).toBe(`1${nb}h`);
    expect(duration(90)).toBe(`1${nb}h${nb}30`);
    expect(duration(65)).toBe(`1${nb}h${nb}05`);
  });

  it('reads back what it writes for a field, and nothing else', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: minutesPerDay - 1 }), (minute) => parseClock(fieldClock(minute)) === minute));
    for (const text of ['', '24:00', '12:60', '9h30', '-1:00', '12:5']) expect(parseClock(text)).toBeNull();
  });
});

describe('days', () => {
  it('writes them in French', () => {
    expect(dayShort('2026-11-24')).toBe(`mar.${nb}24`);
    expect(dayShortMonth('2026-12-01')).toBe(`mar.${nb}1ᵉʳ${nb}déc.`);
    expect(dayLong('2026-11-23')).toBe(`lundi 23${nb}novembre`);
    expect(dayFull('2026-11-23')).toBe(`lundi 23${nb}novembre 2026`);
    expect(dayRange('2026-11-23', '2026-11-27')).toBe(`23${nb}–${nb}27${nb}novembre 2026`);
    expect(dayRange('2026-12-28', '2027-01-01')).toBe(`28${nb}décembre 2026${nb}–${nb}1ᵉʳ${nb}janvier 2027`);
    expect(dayRange('2026-11-30', '2026-12-04')).toBe(`30${nb}novembre${nb}–${nb}4${nb}décembre 2026`);
  });

  it('writes them in English', async () => {
    await setLanguage('en');
    expect(dayFull('2026-12-01')).toBe(`Tuesday 1${nb}December 2026`);
  });

  it('names days and months as the browser does in both languages', async () => {
    for (const [of, locale] of [
      ['fr', 'fr-FR'],
      ['en', 'en-GB'],
    ] as const) {
      await setLanguage(of);
      for (let day = 0; day < 366; day++) {
        const date = addDays('2028-01-01', day);
        const said = (options: Intl.DateTimeFormatOptions) =>
          new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(`${date}T00:00Z`));
        expect([weekday(date), weekdayShort(date)]).toEqual([said({ weekday: 'long' }), said({ weekday: 'short' })]);
        expect(dayMonth(date)).toContain(said({ month: 'long' }));
        expect(dayShortMonth(date)).toContain(said({ month: 'short' }));
      }
    }
  });

  it('counts them there and back', () => {
    fc.assert(fc.property(anyDate, fc.integer({ min: -400, max: 400 }), (date, days) => daysBetween(date, addDays(date, days)) === days));
  });
});

describe('ISO weeks', () => {
  it('knows the years of 53 weeks and the days that belong to another year', () => {
    expect(weekOf('2026-11-23')).toBe('2026-W48');
    expect(weekOf('2027-01-03')).toBe('2026-W53');
    expect(weekOf('2024-12-30')).toBe('2025-W01');
    expect(nextWeek('2026-W53')).toBe('2027-W01');
    expect(previousWeek('2027-W01')).toBe('2026-W53');
    expect(weekNumber('2026-W48')).toBe(48);
  });

  it('begins every week on its Monday', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const monday = mondayOf(weekOf(date));
        const apart = daysBetween(monday, date);
        return weekdayOf(monday) === 0 && apart >= 0 && apart < 7;
      }),
    );
  });

  it('goes one week forth and back', () => {
    fc.assert(fc.property(anyDate, (date) => previousWeek(nextWeek(weekOf(date))) === weekOf(date)));
  });

  it('refuses what is no week', () => {
    expect(isWeek('2026-W48')).toBe(true);
    expect(isWeek('2026-W53')).toBe(true);
    for (const text of ['2025-W53', '2026-W00', '9999-W99', '2026-48', '', 'W48']) expect(isWeek(text)).toBe(false);
  });
});

describe('instants', () => {
  it('shows them by the clock of the house, on both sides of a daylight change', () => {
    expect(localTime('2026-10-24T22:30:00Z', 'Europe/Paris')).toEqual({ date: '2026-10-25', minute: 30 });
    expect(localTime('2026-10-25T22:30:00Z', 'Europe/Paris')).toEqual({ date: '2026-10-25', minute: 23 * 60 + 30 });
    expect(localTime('2026-11-20T17:40:00Z', 'Indian/Reunion')).toEqual({ date: '2026-11-20', minute: 21 * 60 + 40 });
    expect(instantLong('2026-11-20T17:40:00Z', 'Europe/Paris')).toBe(`20${nb}novembre à 18${nb}h${nb}40`);
  });
});
