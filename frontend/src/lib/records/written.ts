import type { Draft } from '$api/records';
import { addDays, duration, hour, hourRange, weekdayShort } from '../datetime';
import { number } from '../number';
import { writeSpans, type SpanWords } from '../entry/spans';
import { writeDate } from '../entry/values';
import { recordKinds } from '../i18n/record-kinds';
import { records as words } from '../i18n/records';
import type { Book } from './book.svelte';
import type { Entry, Field } from './model';
import type { Capacity, Contract, DaySpan, Limits, Lunch, Membership, Period, RoomAsked, Seat, Window } from './shapes';

/** Some Monday: only the names of the days are asked of it. */
const someMonday = '2026-11-23';

/** « lun. » for 0. */
export const dayName = (day: number): string => weekdayShort(addDays(someMonday, day));

/** The codes of places, as spans of a child's week name them: « PEU, JMO ». A code that two places share says nothing: then the name does. */
export function placeCodes(ids: readonly string[], book: Book): string {
  return ids.map((id) => placeCode(id, book)).join(', ');
}

function placeCode(id: string, book: Book): string {
  const code = book.find('place', id)?.['code'];
  const alone = (book.list('place') ?? []).filter((place) => place['code'] === code).length === 1;
  return alone && typeof code === 'string' ? code : book.name('place', id).replaceAll(',', ' ');
}

export function spanWords(book: Book): SpanWords {
  return { day: dayName, range: hourRange, tag: (tag) => placeCodes(tag.split(','), book) };
}

/** Weekly hours in words: « lun. 9 h – 12 h 30 ; mar. A 14 h – 17 h (PEU) ». */
export function writeWeek(spans: readonly (DaySpan & { places?: string[] })[], book: Book): string {
  return writeSpans(
    spans.map(({ places, ...span }) => ({ ...span, letter: span.letter ?? '', tag: (places ?? []).join(',') })),
    spanWords(book),
  );
}

/** A value of a field as a reader says it; the empty text for nothing. Lists, history and the question of two versions all use it. */
export function written(value: unknown, entry: Entry, book: Book): string {
  if (value === null || value === undefined || value === '') return '';
  const texts = words().fields;
  switch (entry.type) {
    case 'whole':
      return number(value as number);
    case 'duration':
      return duration(value as number);
    case 'hour':
      return hour(value as number);
    case 'date':
      return writeDate(value as string);
    case 'flag':
      return value ? texts.yes : texts.no;
    case 'choice':
      return entry.options().find((option) => option.value === value)?.label ?? String(value);
    case 'choices':
      return (value as string[]).map((one) => entry.options(book).find((option) => option.value === one)?.label ?? one).join(', ');
    case 'record':
      return entry.by ? book.modality(value as string) : book.name(entry.kind, value as string);
    case 'records':
      return (value as string[])
        .map((id) => book.name(entry.kind, id))
        .filter(Boolean)
        .join(', ');
    case 'tags':
      return (value as string[]).join(', ');
    case 'spans':
      return writeWeek(value as DaySpan[], book);
    case 'windows':
      return writeWeek(value as Window[], book);
    default:
      return writtenList(value, entry, book);
  }
}

function writtenList(value: unknown, entry: Entry, book: Book): string {
  const texts = words().fields;
  switch (entry.type) {
    case 'periods':
      return (value as Period[]).map((period) => writePeriod(period, book)).join('\u00a0; ');
    case 'contracts':
      return (value as Contract[]).map(writeContract).join('\u00a0; ');
    case 'memberships':
      return (value as Membership[]).map(({ team_id, share }) => `${book.name('team', team_id)} ${share}\u00a0%`).join(', ');
    case 'capacities':
      return (value as Capacity[])
        .map(({ from_date, places }) => `${writeDate(from_date)}\u00a0: ${texts.capacities.places_(places)}`)
        .join(', ');
    case 'seats':
      return (value as Seat[]).map((seat) => writeSeat(seat, book)).join(' + ');
    case 'room': {
      const { features, seats } = value as RoomAsked;
      return [...(features ?? []), seats ? `${texts.room.seats} ${seats}` : ''].filter(Boolean).join(', ') || texts.yes;
    }
    case 'lunch': {
      const { from, to, minutes } = value as Lunch;
      return `${duration(minutes)}, ${hourRange(from, to)}`;
    }
    case 'limits':
      return Object.entries(value as Limits)
        .map(([key, limit]) => `${texts.limits[key as keyof Limits]} ${key === 'week_days' ? limit : duration(limit as number)}`)
        .join(', ');
    default:
      return String(value);
  }
}

function writePeriod({ modality_code, from_date, to_date, weekly_minutes }: Period, book: Book): string {
  const texts = words().fields;
  const until = to_date ? writeDate(to_date) : texts.open;
  return `${book.modality(modality_code)}, ${writeDate(from_date)} – ${until}, ${texts.perWeek(duration(weekly_minutes))}`;
}

/** « CDI, 35 h par semaine, CCN66, 01/09/2026 – sans fin » */
export function writeContract({ from_date, to_date, minutes, convention, kind, agreements }: Contract): string {
  const [texts, { contractKinds, conventions }] = [words().fields, recordKinds().choices];
  const named = (names: Record<string, string>, code: string) => names[code] ?? code;
  const days = [from_date ? writeDate(from_date) : texts.contracts.always, to_date ? writeDate(to_date) : texts.open].join(' – ');
  const agreed = agreements.length > 0 ? [texts.contracts.agreedCount(agreements.length)] : [];
  return [named(contractKinds, kind), texts.perWeek(duration(minutes)), named(conventions, convention), days, ...agreed].join(', ');
}

/** « Orthophoniste », « Maëlle Guéguen ou Anne Keller ». */
export function writeSeat({ professions, skills, one_of }: Seat, book: Book): string {
  const trades = recordKinds().choices.professions;
  const people = (one_of ?? []).map((id) => book.name('professional', id)).filter(Boolean);
  const named = people.length > 0 ? people : (professions ?? []).map((code) => trades[code] ?? code);
  return [named.join(' / ') || words().fields.seats.anybody, ...(skills ?? [])].join(', ');
}

/** A field of a draft as a reader says it, also where the field enters several values together. */
export function writtenField(draft: Draft, field: Field, book: Book): string {
  const { entry } = field;
  if (entry.type === 'coordinates') {
    const [latitude, longitude] = [draft['latitude'], draft['longitude']] as (number | null)[];
    return latitude || longitude ? `${number(latitude ?? 0)}, ${number(longitude ?? 0)}` : '';
  }
  if (entry.type === 'amount') return writeAmount(draft);
  return written(draft[field.key], entry, book);
}

/** « 6 % du contrat », « 1 h 30 par semaine ». */
export function writeAmount(draft: Draft): string {
  const [points, minutes] = [draft['basis_points'], draft['minutes']] as (number | null | undefined)[];
  if (points) return words().fields.memberships.total(Number((points / 100).toFixed(2)));
  return minutes ? words().fields.perWeek(duration(minutes)) : '';
}
