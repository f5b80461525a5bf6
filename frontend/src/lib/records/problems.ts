import { ApiError } from '$api/errors';
import { number } from '../number';
import { recordKinds } from '../i18n/record-kinds';
import { records as words } from '../i18n/records';

type Arguments = Record<string, unknown> | null | undefined;

/** What the server says is wrong with one value, in the reader's words. */
export function sentenceOf(key: string, args: Arguments): string {
  const texts = words().problems;
  if (key === 'out_of_range') return texts.out_of_range(bound(args?.['min']), bound(args?.['max']));
  const text = key in texts ? texts[key as keyof typeof texts] : texts.other;
  return typeof text === 'string' ? text : texts.other;
}

function bound(value: unknown): string {
  return typeof value === 'number' ? number(value) : '?';
}

/** Why the server refused a whole change, where the reason is the record's own; null for every other failure. */
export function refusalOf(error: unknown): string | null {
  if (!(error instanceof ApiError)) return null;
  const { code, key, args } = error.problem;
  const texts = words().problems;
  if (code === 'in_use' || key === 'in_use') return words().sheet.inUse(usersOf(args?.['by']));
  return key === 'already_exists' || key === 'unknown_reference' ? texts[key] : null;
}

/** The kinds of records that still name one, in the plural: « enfants, besoins ». */
function usersOf(by: unknown): string {
  const kinds = recordKinds().kinds;
  const names = (Array.isArray(by) ? by : [by]).map((one) => (one as { kind?: unknown } | null)?.kind ?? one);
  const known = names.map((kind) => kinds[kind as keyof typeof kinds]?.many.toLowerCase()).filter(Boolean);
  return known.join(', ') || '…';
}
