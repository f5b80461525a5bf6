import { common } from './i18n/common';
import { language } from './i18n/language.svelte';

/**
 * The only place that writes hours, days and numbers.
 * Hours of a plan are minutes of the local wall clock, counted from Monday 00:00; they never become a Date, so no time zone can move them.
 * Days are civil dates written "2026-11-23". Only what is an instant, such as a publication, passes through a time zone.
 */
export const minutesPerDay = 1440;

export type CivilDate = string;
export type WeekName = string;

const space = '\u00a0';

/** The day of the week, 0 for Monday, on which a minute of the week falls. */
export const dayOf = (minute: number): number => Math.floor(minute / minutesPerDay);

/** The minute of the day a minute of the week falls on. */
export const minuteOfDay = (minute: number): number => minute - dayOf(minute) * minutesPerDay;

/** An hour inside a sentence: « 14 h 30 », « 9 h »; "14:30" in English. */
export function hour(minute: number): string {
  if (language() === 'en') return clock(minute);
  const { hours, minutes } = split(minute);
  return minutes === 0 ? `${hours}${space}h` : `${hours}${space}h${space}${pad(minutes)}`;
}

/** An hour in a column of hours, always with its minutes: « 11 h 00 ». */
export function fullHour(minute: number): string {
  if (language() === 'en') return clock(minute);
  const { hours, minutes } = split(minute);
  return `${hours}${space}h${space}${pad(minutes)}`;
}

/** An hour in a grid, a card or a table: "9:30", "14:45". */
export function clock(minute: number): string {
  const { hours, minutes } = split(minute);
  return `${hours}:${pad(minutes)}`;
}

/** « 14 h 45 – 15 h 45 », never broken over two lines. */
export function hourRange(from: number, to: number): string {
  return `${hour(from)}${space}–${space}${hour(to)}`;
}

/** « 45 min », « 1 h », « 1 h 30 ». */
export function duration(minutes: number): string {
  if (minutes < 60) return `${minutes}${space}min`;
  const rest = minutes % 60;
  const hours = `${Math.floor(minutes / 60)}${space}h`;
  return rest === 0 ? hours : `${hours}${space}${pad(rest)}`;
}

/** Reads "9:30" or "14:45", as a time field gives it; null where it is no hour of a day. */
export function parseClock(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})$/.exec(text);
  if (!match) return null;
  const [hours, minutes] = [Number(match[1]), Number(match[2])];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

/** "09:30", as a time field wants it. */
export function fieldClock(minute: number): string {
  return clock(minute).padStart(5, '0');
}

/** The date some days after (or before) another. */
export function addDays(date: CivilDate, days: number): CivilDate {
  const moved = utc(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return iso(moved);
}

/** How many days lie between two dates; negative when the second comes first. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(date: CivilDate): number {
  return (utc(date).getUTCDay() + 6) % 7;
}

/** The ISO week a date belongs to, as "2026-W48". */
export function weekOf(date: CivilDate): WeekName {
  const thursday = addDays(date, 3 - weekdayOf(date));
  const year = thursday.slice(0, 4);
  return `${year}-W${pad(Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1)}`;
}

/** The Monday of an ISO week. */
export function mondayOf(week: WeekName): CivilDate {
  const [year, number] = week.split('-W');
  const january = `${year}-01-04`;
  return addDays(january, (Number(number) - 1) * 7 - weekdayOf(january));
}

/** The number of an ISO week: 48 for "2026-W48". */
export function weekNumber(week: WeekName): number {
  return Number(week.split('-W')[1]);
}

export const nextWeek = (week: WeekName): WeekName => weekOf(addDays(mondayOf(week), 7));
export const previousWeek = (week: WeekName): WeekName => weekOf(addDays(mondayOf(week), -7));

/** Whether a text names an ISO week the product plans. */
export function isWeek(text: string): boolean {
  return /^20\d{2}-W\d{2}$/.test(text) && weekNumber(text) > 0 && weekOf(mondayOf(text)) === text;
}

/** Whether a text is a civil date of the years the product plans. */
export function isDate(text: string): boolean {
  return /^20\d{2}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utc(text).getTime());
}

/** « lun. » */
export const weekdayShort = (date: CivilDate): string => common().calendar.weekdaysShort[weekdayOf(date)] ?? '';

/** « lundi » */
export const weekday = (date: CivilDate): string => common().calendar.weekdays[weekdayOf(date)] ?? '';

/** « 24 », « 1ᵉʳ » */
export function dayNumber(date: CivilDate): string {
  const number = Number(date.slice(8));
  return number === 1 && language() === 'fr' ? '1ᵉʳ' : String(number);
}

/** « mar. 24 » */
export const dayShort = (date: CivilDate): string => `${weekdayShort(date)}${space}${dayNumber(date)}`;

/** « mar. 24 nov. » */
export const dayShortMonth = (date: CivilDate): string => `${dayShort(date)}${space}${month(date, 'monthsShort')}`;

/** « lundi 23 novembre » */
export const dayLong = (date: CivilDate): string => `${weekday(date)} ${dayNumber(date)}${space}${month(date, 'months')}`;

/** « lundi 23 novembre 2026 » */
export const dayFull = (date: CivilDate): string => `${dayLong(date)} ${date.slice(0, 4)}`;

/** « septembre 2026 », of "2026-09". */
export const monthName = (name: string): string => `${month(`${name}-01`, 'months')} ${name.slice(0, 4)}`;

/** « 23 novembre » */
export const dayMonth = (date: CivilDate): string => `${dayNumber(date)}${space}${month(date, 'months')}`;

/** « nov. » */
export const monthShort = (date: CivilDate): string => month(date, 'monthsShort');

/** « 23 – 27 novembre 2026 », « 30 novembre – 4 décembre 2026 », « 28 décembre 2026 – 1ᵉʳ janvier 2027 » */
export function dayRange(from: CivilDate, to: CivilDate): string {
  const sameMonth = from.slice(0, 7) === to.slice(0, 7);
  const sameYear = from.slice(0, 4) === to.slice(0, 4);
  const start = sameMonth ? dayNumber(from) : sameYear ? dayMonth(from) : `${dayMonth(from)} ${from.slice(0, 4)}`;
  return `${start}${space}–${space}${dayMonth(to)} ${to.slice(0, 4)}`;
}

/** « mar. 24, 14 h 30 » */
export function momentWords(firstDay: string, start: number): string {
  return `${dayShort(addDays(firstDay, dayOf(start)))}, ${hour(start)}`;
}

/** An instant (UTC) as the house's clock shows it: its date and its minute of the day. */
export function localTime(instant: string, timeZone: string): { date: CivilDate; minute: number } {
  const parts = formatter('sv-SE', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(instant));
  const field = (type: string) => parts.find((found) => found.type === type)?.value ?? '00';
  return {
    date: `${field('year')}-${field('month')}-${field('day')}`,
    minute: Number(field('hour')) * 60 + Number(field('minute')),
  };
}

/** An instant in words: « 22 novembre à 7 h 02 ». */
export function instantLong(instant: string, timeZone: string): string {
  const { date, minute } = localTime(instant, timeZone);
  return `${dayMonth(date)} ${language() === 'en' ? 'at' : 'à'} ${hour(minute)}`;
}

/** The present instant by the device's clock, for what is kept on it: the house's own time is the server's. */
export const isoNow = (): string => new Date().toISOString();

/** How many minutes of the device's clock have passed since an instant. */
export const minutesSince = (instant: string): number => (Date.now() - Date.parse(instant)) / 60_000;

/** A time of the wall clock some minutes later: "2026-11-22T23:50" and 20 give "2026-11-23T00:10". */
export const addMinutes = (moment: string, minutes: number): string =>
  new Date(Date.parse(`${moment}Z`) + minutes * 60_000).toISOString().slice(0, 16);

/** The first letter in capitals, for a day that opens a line: « Lundi 23 novembre ». */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formatters.set(key, known);
  return known;
}

/** The names stand in the dictionary: making a formatter of the browser's takes longer than drawing a row of the rota. */
function month(date: CivilDate, form: 'months' | 'monthsShort'): string {
  return common().calendar[form][Number(date.slice(5, 7)) - 1] ?? '';
}

function split(minute: number): { hours: number; minutes: number } {
  const ofDay = minuteOfDay(minute);
  return { hours: Math.floor(ofDay / 60), minutes: ofDay % 60 };
}

/** Midnight in UTC: a stand-in for the civil date, which no daylight change can move. */
const utc = (date: CivilDate): Date => new Date(`${date}T00:00:00Z`);
const iso = (date: Date): CivilDate => date.toISOString().slice(0, 10);
const pad = (value: number): string => String(value).padStart(2, '0');
