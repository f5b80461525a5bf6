import { SvelteMap } from 'svelte/reactivity';
import { listRecords, type KeptRecord, type Kind } from '$api/records';
import { forgetHouse } from '../house';
import { signedIn, whenForgotten } from '../session.svelte';
import { nameOf } from './names';

/** The lists of records as they were last read, for lists and for fields that name other records. */
export interface Book {
  /** The records of a kind that are not archived; undefined while they were never read. */
  list: (kind: Kind) => readonly KeptRecord[] | undefined;
  /** One record by its id, archived ones included where they were read. */
  find: (kind: Kind, id: string) => KeptRecord | undefined;
  /** The name of a record, the empty text where it is not known here. */
  name: (kind: Kind, id: string | null | undefined) => string;
  /** The name of a record where it is chosen among others: of a home, also who lives there. */
  choice: (kind: Kind, record: KeptRecord) => string;
  /** How a modality is called, by its code. */
  modality: (code: string) => string;
}

interface Page {
  records: KeptRecord[];
  byId: Map<string, KeptRecord>;
}

const pages = new SvelteMap<Kind, Page>();
const reading: { [kind in Kind]?: Promise<void> | undefined } = {};

export const book: Book = {
  list: (kind) => pages.get(kind)?.records,
  find: (kind, id) => pages.get(kind)?.byId.get(id),
  name(kind, id) {
    const record = id ? pages.get(kind)?.byId.get(id) : undefined;
    return record ? nameOf(kind, record) : '';
  },
  choice(kind, record) {
    const name = nameOf(kind, record);
    if (kind !== 'place' || record['kind'] !== 'home') return name;
    const residents = pages.get('child')?.records.filter((child) => child['home_place_id'] === record.id) ?? [];
    return [name, ...residents.map((child) => nameOf('child', child))].join(', ');
  },
  modality: (code) => String(pages.get('modality')?.records.find((record) => record['code'] === code)?.['name'] ?? code),
};

/** Reads the lists of some kinds anew. What was read before stays on the screen meanwhile. */
export async function readKinds(kinds: readonly Kind[]): Promise<void> {
  await Promise.all(kinds.map(readKind));
}

/** Reads only the lists that were never read. Of a kind that whoever is signed in may not read nothing is asked: it names nothing here. */
export function readMissing(kinds: readonly Kind[]): Promise<void> {
  const { records } = signedIn().can;
  const missing = kinds.filter((kind) => !pages.has(kind));
  const hidden = missing.filter((kind) => (records[kind]?.read ?? 'none') === 'none');
  for (const kind of hidden) keepAll(kind, []);
  return readKinds(missing.filter((kind) => !hidden.includes(kind)));
}

function readKind(kind: Kind): Promise<void> {
  reading[kind] ??= listRecords(kind)
    .then((records) => keepAll(kind, records))
    .finally(() => (reading[kind] = undefined));
  return reading[kind];
}

function keepAll(kind: Kind, records: KeptRecord[]): void {
  pages.set(kind, { records, byId: new Map(records.map((record) => [record.id, record])) });
}

/** Takes up a record that was just saved, archived or restored, so that no list shows what it no longer is. */
export function keep(kind: Kind, record: KeptRecord): void {
  forgetHouse();
  const page = pages.get(kind);
  if (!page) return;
  const others = page.records.filter(({ id }) => id !== record.id);
  keepAll(kind, record.archived_at ? others : [...others, record]);
}

whenForgotten(() => pages.clear());
