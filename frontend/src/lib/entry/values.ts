import { isDate, type CivilDate } from '../datetime';

/**
 * Reads what people type, the way they write it: « 8h30 », « 8:30 », « 8,5 », « 23/11/2026 ».
 * Each function gives null for what it cannot read; what to say then is the field's business.
 */

const tidy = (text: string) => text.replace(/[\s\u00a0\u202f]+/g, ' ').trim();

/** A number with a decimal comma or point: « 17,75 ». */
export function readNumber(text: string): number | null {
  const written = tidy(text).replaceAll(' ', '').replace('−', '-');
  return /^-?\d+(?:[.,]\d+)?$/.test(written) ? Number(written.replace(',', '.')) : null;
}

/** A whole number without sign: « 12 ». */
export function readWhole(text: string): number | null {
  const written = tidy(text).replaceAll(' ', '');
  return /^\d{1,9}$/.test(written) ? Number(written) : null;
}

/**
 * A length of time in minutes: « 8h30 », « 8 h 30 », « 8:30 », « 8,5 » (hours and tenths), « 45 min ». A whole number alone is in the
 * unit given, since a session is thought of in minutes and a contract in hours.
 */
export function readDuration(text: string, bare: 'hours' | 'minutes'): number | null {
  const written = tidy(text).toLowerCase();
  const parts = /^(\d{1,4}) ?(?:h|:) ?(?:([0-5]?\d) ?(?:min|mn)?)?$/.exec(written);
  if (parts && !(written.includes(':') && parts[2]?.length !== 2)) return Number(parts[1]) * 60 + Number(parts[2] ?? 0);
  const minutes = /^(\d{1,5}) ?(?:min|mn|minutes?)$/.exec(written);
  if (minutes) return Number(minutes[1]);
  const number = readNumber(written);
  if (number === null || number < 0 || number > 99_999) return null;
  return bare === 'minutes' && Number.isInteger(number) ? number : Math.round(number * 60);
}

/** An hour of the day in minutes after midnight: « 9 h », « 9h30 », « 09:30 », « 9 », « 24 h ». */
export function readHour(text: string): number | null {
  const parts = /^(\d{1,2}) ?(?:(?:h|:) ?([0-5]\d)?)?$/.exec(tidy(text).toLowerCase());
  if (!parts) return null;
  const minute = Number(parts[1]) * 60 + Number(parts[2] ?? 0);
  return minute <= 1440 ? minute : null;
}

/** A civil date: « 23/11/2026 », « 23.11.26 », « 23 11 2026 » or "2026-11-23". */
export function readDate(text: string): CivilDate | null {
  const written = tidy(text);
  if (isDate(written)) return real(written);
  const parts = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})$/.exec(written);
  if (!parts) return null;
  const [, day, month, year] = parts as unknown as [string, string, string, string];
  return real(`${year.length === 2 ? '20' : ''}${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** « 23/11/2026 », as a field shows a date in both languages; the empty text for no date. */
export function writeDate(date: CivilDate | null | undefined): string {
  return date ? date.split('-').reverse().join('/') : '';
}

/** 30 February is written like a date, but is none. */
function real(date: CivilDate): CivilDate | null {
  if (!isDate(date)) return null;
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const longest = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= longest ? date : null;
}
