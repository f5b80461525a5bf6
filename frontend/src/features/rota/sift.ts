import type { Activity, ActivityKind, Id, Occurrence, Rota } from '$api/wire';
import { found } from '$lib/fold';
import type { KnownHouse } from '$lib/house';
import type { GridModel } from '$ui/rota/model';
import { activitiesOf, labelOf, placeShort, refKey } from './words';

/** What the reader looks for among the sessions of a week. */
export interface Sought {
  /** Typed words; empty: none. */
  words: string;
  kind: ActivityKind | null;
  profession: string | null;
  /** Only those whom a point of the working-time law is about. */
  law: boolean;
}

/** Looks for nothing: everything is lit. */
export const nothingSought: Sought = { words: '', kind: null, profession: null, law: false };

/** The occurrences that are looked for, by their reference; null when nothing is looked for. */
export function sift(rota: Rota, house: KnownHouse, sought: Sought): ReadonlySet<string> | null {
  const words = sought.words.trim();
  if (!words && sought.kind === null && sought.profession === null && !sought.law) return null;
  const activities = activitiesOf(rota);
  const concerned = new Set<Id>(rota.findings.map(({ person }) => person));
  const kept = rota.occurrences.filter((occurrence) => {
    const activity = activities.get(occurrence.activity);
    if (!activity) return false;
    const people = [...occurrence.staff, ...occurrence.attendees];
    return (
      (sought.kind === null || activity.kind === sought.kind) &&
      (sought.profession === null || people.some((id) => house.professional.get(id)?.profession === sought.profession)) &&
      (!sought.law || people.some((id) => concerned.has(id))) &&
      (!words || found(wordsOf(occurrence, activity, house), words))
    );
  });
  return new Set(kept.map(refKey));
}

/** Everything a session can be found by: children, people, what is done, group, place and room. */
function wordsOf(occurrence: Occurrence, activity: Activity, house: KnownHouse): string {
  const children = [...activity.children, ...(activity.about_child ? [activity.about_child] : [])];
  return [
    ...children.map((id) => house.child.get(id)?.name),
    ...[...occurrence.staff, ...occurrence.attendees].map((id) => house.professional.get(id)?.name),
    labelOf(activity),
    activity.group,
    placeShort(house, occurrence),
    occurrence.place === null ? '' : house.place.get(occurrence.place)?.name,
  ]
    .filter(Boolean)
    .join(' ');
}

/** The blocks that were found in the order one reads them: row by row, along the week. An occurrence of several rows is met in its first. */
export function foundBlocks(model: GridModel, refs: ReadonlySet<string> | null): GridModel['blocks'] {
  if (refs === null) return [];
  const order = new Map(model.groups.map(({ id }, index) => [id, index]));
  const rank = new Map(
    [...model.rows].sort((a, b) => (order.get(a.group) ?? -1) - (order.get(b.group) ?? -1)).map(({ id }, index) => [id, index]),
  );
  const sorted = model.blocks
    .filter(({ ref }) => refs.has(ref))
    .sort((a, b) => (rank.get(a.row) ?? 0) - (rank.get(b.row) ?? 0) || a.start - b.start);
  const met = new Set<string>();
  return sorted.filter(({ ref }) => !met.has(ref) && met.add(ref));
}

/** The professions of a house, by the name under which people read them. */
export function professionsOf(house: KnownHouse): { code: string; name: string }[] {
  const names = new Map(house.professionals.map(({ profession, job_title }) => [profession, job_title]));
  return [...names].map(([code, name]) => ({ code, name })).sort((a, b) => a.name.localeCompare(b.name));
}
