import { fold } from '$lib/fold';

/** One column of a list of records. */
export interface Column<Row> {
  key: string;
  label: string;
  /** What the cell says; also what is searched. */
  text: (row: Row) => string;
  /** What the column is sorted by where it is not its text: a number, or null for what has none. */
  order?: (row: Row) => number | string | null;
  /** Codes of modalities, drawn instead of the text. */
  codes?: (row: Row) => string[];
  /** The column can be filtered: by its text, or by each of these where a cell holds several. */
  filter?: boolean | ((row: Row) => string[]);
  numeric?: boolean;
  /** On a phone: the second line of the card. Other columns but the first leave. */
  onCard?: boolean;
  /** Leaves first where the table is narrow. */
  minor?: boolean;
}

/** A row with what searching, filtering and sorting ask for: each is worked out when it is first asked for, and once. */
export class Indexed<Row> {
  #cells: Record<string, string> | undefined;
  #words: string[] | undefined;
  readonly #values: Record<string, string[]> = {};
  readonly #keys: Record<string, number | string | null> = {};

  constructor(
    readonly row: Row,
    readonly columns: readonly Column<Row>[],
  ) {}

  /** What each column says, by its key. */
  get cells(): Record<string, string> {
    return (this.#cells ??= Object.fromEntries(this.columns.map(({ key, text }) => [key, text(this.row)])));
  }

  /** Everything the row says, as it is searched. */
  get words(): string[] {
    return (this.#words ??= wordsOf(Object.values(this.cells).join(' ')));
  }

  /** What a column can be narrowed to that has this row. */
  values(key: string): string[] {
    return (this.#values[key] ??= this.#valuesOf(this.columns.find((column) => column.key === key)));
  }

  #valuesOf(column: Column<Row> | undefined): string[] {
    if (!column?.filter) return [];
    return typeof column.filter === 'function' ? column.filter(this.row) : [column.text(this.row)];
  }

  /** What the row is sorted by in a column; null for nothing. */
  key(key: string): number | string | null {
    const known = this.#keys[key];
    if (known !== undefined) return known;
    const column = this.columns.find((one) => one.key === key);
    return (this.#keys[key] = sortable(column?.order ? column.order(this.row) : (column?.text(this.row) ?? null)));
  }
}

export interface Order {
  key: string;
  descending: boolean;
}

/** What of a column is chosen; a column that is not in it shows everything. */
export type Filters = Record<string, string>;

/** Prepares rows for filtering and sorting, so that a key press among a thousand of them costs a few milliseconds. */
export function indexRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): Indexed<Row>[] {
  return rows.map((row) => new Indexed(row, columns));
}

/** The rows whose words begin with everything typed and that have what is chosen of each filtered column. */
export function filterRows<Row>(rows: readonly Indexed<Row>[], typed: string, filters: Filters): Indexed<Row>[] {
  const wanted = wordsOf(typed);
  const chosen = Object.entries(filters).filter(([, value]) => value !== '');
  return rows.filter(
    (row) =>
      chosen.every(([key, value]) => row.values(key).includes(value)) &&
      wanted.every((part) => row.words.some((word) => word.startsWith(part))),
  );
}

/** Sorted by one column; what has no value comes last both ways, and what is equal keeps its order. */
export function sortRows<Row>(rows: readonly Indexed<Row>[], { key, descending }: Order): Indexed<Row>[] {
  const way = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [a.key(key), b.key(key)];
    if (left === right) return 0;
    if (left === null || left === '') return 1;
    if (right === null || right === '') return -1;
    return left < right ? -way : way;
  });
}

/** What a filtered column can be narrowed to, in reading order, each with how many rows have it. */
export function choicesOf<Row>(rows: readonly Indexed<Row>[], key: string): { value: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) for (const value of row.values(key)) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  const keyed = [...counts].map(([value, count]) => ({ value, count, key: sortable(value)! }));
  return keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ value, count }) => ({ value, count }));
}

/** Which of many rows of one height are in sight, with a few more on both sides. */
export function windowOf(count: number, rowHeight: number, top: number, height: number, more = 8): { first: number; last: number } {
  const first = Math.max(0, Math.min(count, Math.floor(top / rowHeight) - more));
  const last = Math.max(first, Math.min(count, Math.ceil((top + height) / rowHeight) + more));
  return { first, last };
}

/** A text as it is sorted: without accents and capitals, and « Salle 10 » after « Salle 2 ». */
function sortable(value: number | string | null): number | string | null {
  return typeof value === 'string' ? fold(value).replace(/\d+/g, (digits) => digits.padStart(8, '0')) : value;
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[\s,;'’().–-]+/)
    .filter(Boolean);
}
