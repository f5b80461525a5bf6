import type { Kind } from '$api/records';
import { kindWords } from '../i18n/record-kinds';
import type { Field, KindSpec } from './model';

/** How a field of a kind is called; its bare key where no sheet shows it. */
export function labelOf(kind: Kind, key: string): string {
  return kindWords(kind).fields[key] ?? key;
}

/** How a section of a kind's sheet is called. */
export function sectionOf(kind: Kind, key: string): string {
  return kindWords(kind).sections[key] ?? key;
}

/** The field of a kind's sheet under a key. */
export function fieldOf(spec: KindSpec, key: string): Field | undefined {
  return spec.sections.flatMap(({ fields }) => fields).find((field) => field.key === key);
}

/** The keys of the fields that must not stay empty. */
export function requiredOf(spec: KindSpec): string[] {
  return spec.sections.flatMap(({ fields }) => fields.filter(({ required }) => required).map(({ key }) => key));
}

/** On which tab of the sheet a value stands, by its path. */
export function tabOf(spec: KindSpec, path: string): string | undefined {
  const key = /^[^.[]+/.exec(path)?.[0] ?? path;
  const section = spec.sections.find(({ fields }) => fields.some((field) => field.key === key || field.keys?.includes(key)));
  return section && (section.tab ?? 'sheet');
}
