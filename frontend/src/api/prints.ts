import { language } from '$lib/i18n/language.svelte';
import type { paths } from './types.gen';
import type { Id } from './wire';

export type SheetKind = paths['/rotas/{id}/sheets/{sheet}']['get']['parameters']['path']['sheet'];

/** Addresses of files that the browser downloads by itself, in the language of the page; null stands for all of them. */
function address(path: string, query: Record<string, string | null>): string {
  const given = new URLSearchParams({ language: language() });
  for (const [name, value] of Object.entries(query)) if (value !== null) given.set(name, value);
  return `/api${path}?${given.toString()}`;
}

export const sheetAddress = (rota: Id, kind: SheetKind, of: Id | null) =>
  address(`/rotas/${encodeURIComponent(rota)}/sheets/${kind}`, { of });
export const workbookAddress = (rota: Id, team: Id | null) => address(`/rotas/${encodeURIComponent(rota)}/workbook`, { team });
export const mySheetAddress = (week: string) => address(`/my/weeks/${encodeURIComponent(week)}/sheet`, {});
