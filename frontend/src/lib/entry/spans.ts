import { fold } from '../fold';
import { readHour } from './values';

/**
 * Hours of an ordinary week, as one paints and writes them. A span of weeks A holds in weeks A only, one without letter in every week.
 * Tag is what tells spans of one field apart besides their hours, such as where a child can be met; touching spans of one tag are one.
 */
export interface Span {
  letter: '' | 'A' | 'B';
  day: number;
  from: number;
  to: number;
  tag: string;
}

/** The spans of one kind of week; their letter no longer matters. */
export type WeekSpans = Span[];

const byTime = (a: Span, b: Span) => a.day - b.day || a.from - b.from || a.letter.localeCompare(b.letter);

/** Sorted, with spans of one tag that touch or overlap made one. */
export function tidy(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort(byTime)) {
    const last = result.findLast((one) => one.day === span.day && one.letter === span.letter);
    if (last && last.tag === span.tag && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else result.push({ ...span });
  }
  return result;
}

/** Takes hours of one day away. */
export function erase(spans: readonly Span[], day: number, from: number, to: number): Span[] {
  return tidy(
    spans.flatMap((span) => {
      if (span.day !== day || span.to <= from || span.from >= to) return [span];
      const kept = [
        { ...span, to: from },
        { ...span, from: to },
      ];
      return kept.filter((piece) => piece.from < piece.to);
    }),
  );
}

/** Adds hours of one day; what was there before of another tag gives way. */
export function paint(spans: readonly Span[], day: number, from: number, to: number, tag: string): Span[] {
  return tidy([...erase(spans, day, from, to), { letter: '', day, from, to, tag }]);
}

/** The span that holds a minute of a day. */
export function spanAt(spans: readonly Span[], day: number, minute: number): Span | undefined {
  return spans.find((span) => span.day === day && span.from <= minute && minute < span.to);
}

/** The hours of weeks A and of weeks B, each whole. */
export function split(spans: readonly Span[]): { A: WeekSpans; B: WeekSpans } {
  const of = (letter: 'A' | 'B') =>
    tidy(spans.filter((span) => span.letter === '' || span.letter === letter).map((span) => ({ ...span, letter: '' as const })));
  return { A: of('A'), B: of('B') };
}

/** Puts both kinds of week together again: a day that is the same in both is written once, without a letter. */
export function join(A: WeekSpans, B: WeekSpans): Span[] {
  const days = Array.from({ length: 7 }, (_none, day) => {
    const [a, b] = [A, B].map((week) => tidy(week.filter((span) => span.day === day))) as [Span[], Span[]];
    if (same(a, b)) return a;
    return [...a.map((span) => ({ ...span, letter: 'A' as const })), ...b.map((span) => ({ ...span, letter: 'B' as const }))];
  });
  return days.flat().sort(byTime);
}

/** Whether both weeks have the same hours. */
export function same(A: WeekSpans, B: WeekSpans): boolean {
  return (
    JSON.stringify(A.map(({ day, from, to, tag }) => [day, from, to, tag])) ===
    JSON.stringify(B.map(({ day, from, to, tag }) => [day, from, to, tag]))
  );
}

/** Minutes of one week. */
export function minutesOf(spans: WeekSpans): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** The words a text of hours is written with. */
export interface SpanWords {
  day: (day: number) => string;
  range: (from: number, to: number) => string;
  tag: (tag: string) => string;
}

/** « lun. – mer. 9 h – 12 h 30, 14 h – 17 h ; jeu. A 9 h – 12 h »: days in a row with the same hours stand together. */
export function writeSpans(spans: readonly Span[], words: SpanWords): string {
  const runs: { letter: Span['letter']; first: number; last: number; hours: string }[] = [];
  for (const [letter, day] of daysOf(spans)) {
    const hours = spans
      .filter((span) => span.letter === letter && span.day === day)
      .sort(byTime)
      .map(({ from, to, tag }) => words.range(from, to) + (tag && ` (${words.tag(tag)})`))
      .join(', ');
    const before = runs.findLast((run) => run.letter === letter);
    if (before && before.hours === hours && before.last === day - 1) before.last = day;
    else runs.push({ letter, first: day, last: day, hours });
  }
  return runs
    .map(({ letter, first, last, hours }) => {
      const days = first === last ? words.day(first) : `${words.day(first)}\u00a0–\u00a0${words.day(last)}`;
      return `${days}${letter && ` ${letter}`} ${hours}`;
    })
    .join('\u00a0; ');
}

/** Each day that has hours, in order, weeks A before weeks B. */
function daysOf(spans: readonly Span[]): [Span['letter'], number][] {
  const letters = ['', 'A', 'B'] as const;
  return Array.from({ length: 7 }, (_none, day) => day).flatMap((day) =>
    letters
      .filter((letter) => spans.some((span) => span.letter === letter && span.day === day))
      .map((letter) => [letter, day] as [Span['letter'], number]),
  );
}

const dayNames = ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const dash = '(?:-|–|—|a|au|to)';
const dayPart = `(?:du )?([a-z]{3,9})\\.?(?: ?${dash} ?([a-z]{3,9})\\.?)?`;
const wholeDay = 1440;
const hourPart = '(\\d{1,2}(?: ?[h:] ?(?:\\d{2})?)?)';
const piece = new RegExp(`^(?:${dayPart}(?: ?\\(?(a|b)\\)?)? ?:? ?)?(?:de )?${hourPart} ?${dash} ?${hourPart}(?: ?\\(([^)]*)\\))?$`);

export type ReadSpans = { spans: Span[] } | { unread: string };

/**
 * Reads hours as people write them: « lun 9h-12h30, 14h-17h ; lun-ven A 9h à 12h (PEU) ». A piece without a day belongs to the day
 * before it. The tag of what stands in parentheses is asked of `tagOf`, which gives null where it means nothing.
 */
export function readSpans(text: string, tagOf: (written: string) => string | null = () => null): ReadSpans {
  const spans: Span[] = [];
  let days: number[] = [];
  let letter: Span['letter'] = '';
  for (const written of text.split(/[,;\n](?![^(]*\))/)) {
    const plain = fold(written);
    if (!plain) continue;
    const found = piece.exec(plain);
    if (!found) return { unread: written.trim() };
    const [, first, last, weeks, start, end, where] = found;
    if (first) {
      const named = range(first, last);
      if (!named) return { unread: written.trim() };
      days = named;
      letter = (weeks?.toUpperCase() ?? '') as Span['letter'];
    }
    const from = readHour(start!);
    const until = readHour(end!);
    const to = until === 0 ? wholeDay : until; // « 20 h – 0 h » ends at midnight
    const tag = where === undefined ? '' : tagOf(where);
    if (days.length === 0 || from === null || to === null || to <= from || tag === null) return { unread: written.trim() };
    spans.push(...days.map((day) => ({ letter, day, from, to, tag })));
  }
  return { spans: tidy(spans) };
}

/** The days from one name to another, both included. */
function range(first: string, last: string | undefined): number[] | null {
  const [from, to] = [first, last ?? first].map((name) => dayNames.indexOf(name.slice(0, 3)) % 7) as [number, number];
  if (from < 0 || to < from) return null;
  return Array.from({ length: to - from + 1 }, (_none, index) => from + index);
}
