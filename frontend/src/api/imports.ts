import { language } from '$lib/i18n/language.svelte';
import { answerOf, client } from './client';
import { id, stopping } from './request';
import type { components } from './types.gen';
import type { Id } from './wire';

type Schemas = components['schemas'];

/** A file that was sent, and what importing it would do. */
export type FileImport = Schemas['Import'];
export type ImportSheet = Schemas['ImportSheet'];
export type UnreadSheet = Schemas['UnreadSheet'];
export type ImportRow = Schemas['ImportRow'];
export type ImportRows = Schemas['ImportRows'];
export type ImportFinding = Schemas['ImportFinding'];
export type Decisions = Schemas['Decisions'];
export type RowState = ImportRow['state'];

/** Sentences about a file are made by the server, in the reader's language: files that are given back say the same ones. */
const spoken = () => ({ 'Accept-Language': language() });

export const startImport = (file: File) =>
  answerOf(
    client.POST('/imports', {
      params: { header: { 'X-File-Name': encodeURIComponent(file.name) } },
      body: file as unknown as string,
      bodySerializer: (body) => body,
      headers: { 'Content-Type': 'application/octet-stream' },
    }),
  );
export const readImport = (of: Id, signal?: AbortSignal) => answerOf(client.GET('/imports/{id}', { params: id(of), ...stopping(signal) }));
export const readImportRows = (of: Id, query: { sheet: number; state?: RowState; offset: number; limit: number }, signal?: AbortSignal) =>
  answerOf(client.GET('/imports/{id}/rows', { params: { ...id(of), query }, headers: spoken(), ...stopping(signal) }));
export const decideImport = (of: Id, decisions: Decisions) =>
  answerOf(client.PUT('/imports/{id}/decisions', { params: id(of), body: decisions }));
export const commitImport = (of: Id) => answerOf(client.POST('/imports/{id}/commit', { params: id(of) }));
export const undoImport = (of: Id) => answerOf(client.POST('/imports/{id}/undo', { params: id(of) }));

/** Addresses the browser downloads from by itself. */
export const modelAddress = '/api/import-model.xlsx';
export const exportAddress = '/api/export.xlsx';
export const refusedAddress = (of: Id) => `/api/imports/${of}/refused.xlsx`;
