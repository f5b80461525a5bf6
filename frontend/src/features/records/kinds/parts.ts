import type { Draft, KeptRecord, Kind } from '$api/records';
import { duration } from '$lib/datetime';
import { recordKinds } from '$lib/i18n/record-kinds';
import { records as words } from '$lib/i18n/records';
import type { Book } from '$lib/records/book.svelte';
import { labelOf } from '$lib/records/fields';
import type { Entry, Field, Option, Section } from '$lib/records/model';
import { nameOf } from '$lib/records/names';
import type { Seat } from '$lib/records/shapes';
import { written, writeSeat } from '$lib/records/written';
import type { Column } from '$ui/records/table';

/** What the kinds of records have in common: columns, choices and the fields of everything that is asked for in a week. */

type Choices = ReturnType<typeof recordKinds>['choices'];

/** The choices of one list of words, in its order. */
export const choices = (list: (texts: Choices) => Record<string, string>) => (): Option[] =>
  Object.entries(list(recordKinds().choices)).map(([value, label]) => ({ value, label }));

export const professions = choices((texts) => texts.professions);

/** A list's own name column: what the kind calls its records. */
export const nameColumn = (kind: Kind, text = (record: KeptRecord): string => nameOf(kind, record)): Column<KeptRecord> => ({
  key: 'name',
  label: recordKinds().columns.name,
  text,
});

/** A column that says a field as its sheet does. */
export function column(kind: Kind, key: string, entry: Entry, book: Book, more: Partial<Column<KeptRecord>> = {}): Column<KeptRecord> {
  return { key, label: labelOf(kind, key), text: (record) => written(record[key], entry, book), ...more };
}

/** « 3 × 45 min », « 1 × 1 h par quinzaine » */
export function asked(record: Draft): string {
  const texts = recordKinds().asked;
  const [count, length] = [Number(record['count'] ?? 0), duration(Number(record['duration'] ?? 0))];
  return record['rhythm'] === 'fortnight' ? texts.fortnight(count, length) : texts.week(count, length);
}

export const askedColumn = (): Column<KeptRecord> => ({
  key: 'asked',
  label: recordKinds().columns.asked,
  text: asked,
  order: (record) => Number(record['count']) * Number(record['duration']),
  numeric: true,
  onCard: true,
});

export const seatsColumn = (kind: Kind, book: Book): Column<KeptRecord> => ({
  key: 'seats',
  label: labelOf(kind, 'seats'),
  text: (record) => ((record['seats'] as Seat[] | null) ?? []).map((seat) => writeSeat(seat, book)).join(' + '),
  onCard: true,
});

const hints = () => recordKinds().hints;

/** A field with the entry of a modality's code, which the house names. */
export const modalityField = (key: string, optional: string): Field => ({
  key,
  entry: { type: 'record', kind: 'modality', by: 'code', optional },
});

/** The fields of everything that is asked for each week: needs, duties, meetings. */
export const demandSections = (what: readonly Field[]): Section[] => [
  {
    key: 'what',
    fields: [
      ...what,
      { key: 'label', entry: { type: 'text' }, required: true },
      { key: 'short_label', entry: { type: 'text' }, hint: () => hints().shortLabel },
      { key: 'duration', entry: { type: 'duration', bare: 'minutes' }, required: true, width: 'third' },
      { key: 'count', entry: { type: 'whole' }, required: true, width: 'third' },
      { key: 'rhythm', entry: { type: 'choice', options: choices((texts) => texts.rhythms) }, width: 'third' },
      { key: 'letter', entry: { type: 'choice', options: choices((texts) => texts.letters) }, width: 'third' },
      { key: 'min_gap_days', entry: { type: 'whole' }, width: 'third' },
      { key: 'priority', entry: { type: 'whole' }, hint: () => hints().priority, width: 'third' },
    ],
  },
  {
    key: 'who',
    fields: [
      { key: 'seats', entry: { type: 'seats' }, width: 'whole' },
      { key: 'preferred_ids', entry: { type: 'records', kind: 'professional' } },
      { key: 'refused_ids', entry: { type: 'records', kind: 'professional' } },
      { key: 'optional_ids', entry: { type: 'records', kind: 'professional' } },
      { key: 'modality_code', entry: { type: 'record', kind: 'modality', by: 'code', optional: words().fields.any } },
      { key: 'sector', entry: { type: 'text' }, hint: () => hints().sector },
    ],
  },
  {
    key: 'where',
    fields: [
      { key: 'place_ids', entry: { type: 'records', kind: 'place' }, width: 'whole' },
      { key: 'room', entry: { type: 'room' }, width: 'whole' },
    ],
  },
  {
    key: 'when',
    fields: [
      { key: 'windows', entry: { type: 'spans' }, hint: () => hints().windows, width: 'whole' },
      { key: 'wished_spans', entry: { type: 'spans' }, width: 'whole' },
      { key: 'refused_spans', entry: { type: 'spans' }, width: 'whole' },
    ],
  },
  {
    key: 'dates',
    fields: [
      { key: 'from_date', entry: { type: 'date', optional: true } },
      { key: 'to_date', entry: { type: 'date', optional: true } },
    ],
  },
];

/** What a new demand starts from. */
export const blankDemand = (): Draft => ({
  label: '',
  short_label: '',
  duration: 45,
  count: 1,
  rhythm: 'week',
  letter: '',
  min_gap_days: 0,
  modality_code: null,
  sector: null,
  seats: [{ professions: [], skills: [], one_of: [] }],
  optional_ids: [],
  place_ids: [],
  room: null,
  windows: [],
  wished_spans: [],
  refused_spans: [],
  refused_ids: [],
  preferred_ids: [],
  priority: 50,
  from_date: null,
  to_date: null,
});

/** The kinds a demand names. */
export const demandNames: readonly Kind[] = ['professional', 'place', 'modality'];
