import type { Component } from 'svelte';
import type { Draft, KeptRecord, Kind } from '$api/records';
import type { Column } from '$ui/records/table';
import type { Book } from './book.svelte';

/** One thing to choose from. */
export interface Option {
  value: string;
  label: string;
}

/** How a field is entered and written. What a kind adds to its type is beside the type. */
export type Entry =
  | { type: 'text'; long?: boolean; capitals?: boolean }
  | { type: 'whole'; min?: number; max?: number; optional?: boolean }
  | { type: 'duration'; bare: 'hours' | 'minutes'; optional?: boolean }
  | { type: 'date'; optional?: boolean }
  | { type: 'hour' }
  | { type: 'flag' }
  | { type: 'choice'; options: () => readonly Option[]; optional?: string }
  | { type: 'choices'; options: (book: Book) => readonly Option[] }
  | { type: 'record'; kind: Kind; by?: string; optional?: string; only?: (record: KeptRecord) => boolean }
  | { type: 'records'; kind: Kind; only?: (record: KeptRecord) => boolean }
  | { type: 'tags' }
  | { type: 'spans' }
  | { type: 'windows' }
  | { type: 'periods' }
  | { type: 'contracts' }
  | { type: 'memberships' }
  | { type: 'capacities' }
  | { type: 'seats' }
  | { type: 'room' }
  | { type: 'lunch' }
  | { type: 'limits' }
  | { type: 'coordinates' }
  | { type: 'amount' };

/** A field of a sheet. Its label is asked of the kind's words under its key. */
export interface Field {
  key: string;
  entry: Entry;
  hint?: () => string;
  /** Half of the line by default. */
  width?: 'half' | 'whole' | 'third';
  shown?: (draft: Draft) => boolean;
  /** The first name the reader misses: an empty value is refused before anything is sent. */
  required?: boolean;
  /** Fields of the record that this one enters together, where they are not its key alone. */
  keys?: readonly string[];
}

export interface Section {
  key: string;
  fields: readonly Field[];
  /** On which tab of the sheet it stands; the first where it is left out. */
  tab?: string;
}

/** Everything the screens know of one kind of record. */
export interface KindSpec {
  kind: Kind;
  /** Where its list is. Its sheets are below. */
  path: string;
  icon: Component;
  columns: (book: Book) => Column<KeptRecord>[];
  sortedBy?: string;
  /** How a record is called where that depends on others: a way by the names of its places. */
  title?: (record: Draft, book: Book) => string;
  /** There is one record of the kind, the house's own: it is changed, never created, listed or archived. */
  alone?: boolean;
  /** The kind whose file also holds these records, where it is not their own; null: no file that can be imported holds them. */
  inFile?: Kind | null;
  sections: readonly Section[];
  /** The fields of a new record; the address may say some, such as the child of a need. */
  blank: (given: URLSearchParams, book: Book) => Draft;
  /** The kinds its columns and fields name. */
  names: readonly Kind[];
}
