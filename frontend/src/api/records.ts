import { answerOf, client } from './client';
import { stopping } from './request';
import type { Id } from './wire';

/** The kinds of records of the house, by the word their address has. */
export const kinds = [
  'child',
  'professional',
  'place',
  'room',
  'modality',
  'team',
  'unit',
  'group',
  'need',
  'duty',
  'recurring_meeting',
  'protected_time',
  'partner',
  'contact',
  'travel',
  'worked_day',
  'facility',
] as const;
export type Kind = (typeof kinds)[number];

/** What every record has; its own fields stand beside, by their names. */
export interface KeptRecord {
  id: Id;
  version: number;
  created_at: string;
  updated_at: string;
  archived_at: string | null;
  can: { change: boolean };
  [field: string]: unknown;
}

/** The fields of a record as they are sent. */
export type Draft = Record<string, unknown>;

/** One change of a record with the values before and after it. */
export interface HistoryEntry {
  id: Id;
  at: string;
  author: string | null;
  action: string;
  fields: string[];
  before: Draft | null;
  after: Draft | null;
  can_undo: boolean;
}

/**
 * Every kind of record has the same operations under its own address. The server's description types each by its kind; the screens of
 * records treat all kinds alike, so that here, and only here, the kinds are told apart by their word alone.
 */
type Answer = Promise<{ data?: unknown; error?: unknown; response: Response }>;
interface Untyped {
  GET(path: string, options: object): Answer;
  POST(path: string, options: object): Answer;
  PUT(path: string, options: object): Answer;
}
const records = client as unknown as Untyped;
const ask = <Data>(answer: Answer) => answerOf(answer) as Promise<Data>;

const address = (kind: Kind, rest = '') => `/records/${kind}${rest}`;
const one = (id: Id) => ({ params: { path: { id } } });

export const listRecords = async (kind: Kind, signal?: AbortSignal): Promise<KeptRecord[]> =>
  (await ask<{ records: KeptRecord[] }>(records.GET(address(kind), stopping(signal)))).records;
/** Only what was archived: the server gives it beside what is in use. */
export const listArchived = async (kind: Kind, signal?: AbortSignal): Promise<KeptRecord[]> => {
  const query = { params: { query: { archived: true } }, ...stopping(signal) };
  const { records: all } = await ask<{ records: KeptRecord[] }>(records.GET(address(kind), query));
  return all.filter(({ archived_at }) => archived_at !== null);
};
export const readRecord = (kind: Kind, id: Id, signal?: AbortSignal) =>
  ask<KeptRecord>(records.GET(address(kind, '/{id}'), { ...one(id), ...stopping(signal) }));
export const createRecord = (kind: Kind, draft: Draft) => ask<KeptRecord>(records.POST(address(kind), { body: draft }));
export const updateRecord = (kind: Kind, id: Id, version: number, draft: Draft) =>
  ask<KeptRecord>(records.PUT(address(kind, '/{id}'), { ...one(id), body: { ...draft, version } }));
export const archiveRecord = (kind: Kind, id: Id, version: number) =>
  ask<KeptRecord>(records.POST(address(kind, '/{id}/archive'), { ...one(id), body: { version } }));
export const restoreRecord = (kind: Kind, id: Id, version: number) =>
  ask<KeptRecord>(records.POST(address(kind, '/{id}/restore'), { ...one(id), body: { version } }));
export const undoRecord = (kind: Kind, id: Id, version: number) =>
  ask<KeptRecord>(records.POST(address(kind, '/{id}/undo'), { ...one(id), body: { version } }));
export const readHistory = async (kind: Kind, id: Id, signal?: AbortSignal): Promise<HistoryEntry[]> =>
  (await ask<{ entries: HistoryEntry[] }>(records.GET(address(kind, '/{id}/history'), { ...one(id), ...stopping(signal) }))).entries;
/** Accepts or refuses what somebody entered about themselves. */
export const decideRecord = (kind: Kind, id: Id, version: number, accept: boolean) =>
  ask<KeptRecord>(records.POST(address(kind, '/{id}/decision'), { ...one(id), body: { version, accept } }));
/** Where a list is given as French Excel opens it. */
export const csvAddress = (kind: Kind) => `/api/records/${kind}.csv`;
