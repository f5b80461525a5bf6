import type { Activity, Id, Occurrence, PersonWeek, Professional, Rota, Week } from '$api/wire';
import { dayNumber, dayOf, dayShort, hourRange, duration, minutesPerDay, weekday, weekdayShort } from '$lib/datetime';
import type { KnownHouse } from '$lib/house';
import { common } from '$lib/i18n/common';
import { rota as texts } from '$lib/i18n/rota';
import type { BlockKind, BlockText, GridBlock, GridDay, GridGroup, GridModel, GridRow, Span } from '$ui/rota/model';
import { groupBy, reconcile, settled } from '$ui/rota/reconcile';
import { activitiesOf, isAboutOne, labelOf, lowerFirst, modalityOf, placeShort, refKey, subjectOf } from './words';

/** What the grid is drawn from. */
export interface GridSource {
  rota: Rota;
  house: KnownHouse;
  week: Week;
  /** Only the people of this team; null shows everybody. */
  team: Id | null;
}

/** Turns a rota into what the grid draws. What is equal to a part of `before` is that part, so that it is not drawn again. */
export function buildModel({ rota, house, week, team }: GridSource, before: GridModel | null): GridModel {
  const activities = activitiesOf(rota);
  const conflicts = conflictsOf(rota);
  const people = new Map(rota.people.map((person) => [person.professional, person]));
  const shown = house.professionals.filter((one) => team === null || one.teams.includes(team) || one.main_team === team);
  const shownIds = new Set(shown.map((one) => one.id));
  const days = settled(
    before?.days,
    week.days.slice(0, rota.days).map((day, index) => dayOfWeek(day.date, index, day.closed === null ? null : day.label, rota)),
  );
  const draft = rota.summary.state === 'draft';
  const blocks = rota.occurrences.flatMap((occurrence) => {
    const activity = activities.get(occurrence.activity);
    if (!activity) return [];
    return knownBlocks({ occurrence, activity, house, days, conflict: conflicts.has(refKey(occurrence)), draft, words: texts().grid });
  });
  const visible = blocks.filter((block) => shownIds.has(block.row));
  const byRow = groupBy(visible, (block) => block.row);
  const rows = shown.map((one) => rowOf(one, people.get(one.id), byRow.get(one.id) ?? [], rota.days));
  return {
    days,
    groups: settled(before?.groups, groupsOf(house, shown)),
    rows: reconcile(before?.rows ?? [], rows, (row) => row.id),
    blocks: reconcile(before?.blocks ?? [], visible, (block) => block.key),
    step: rota.grid,
  };
}

/** The occurrences that break a rule, and those in their way. */
export function conflictsOf(rota: Rota): Set<string> {
  const keys = rota.breaches.flatMap(({ activity, occurrence, blocking }) => [
    ...(activity === undefined ? [] : [refKey({ activity, occurrence })]),
    ...(blocking ? [refKey(blocking)] : []),
  ]);
  return new Set(keys);
}

function groupsOf(house: KnownHouse, shown: Professional[]): GridGroup[] {
  const sizes = groupBy(shown, (one) => one.main_team);
  return [...house.teams]
    .sort((a, b) => a.position - b.position)
    .map((team) => ({
      id: team.id,
      code: team.code,
      tint: team.modalities.length === 1 ? (team.modalities[0] ?? null) : null,
      name: team.name,
      note: texts().grid.team(sizes.get(team.id)?.length ?? 0),
    }));
}

function dayOfWeek(date: string, index: number, closed: string | null, rota: Rota): GridDay {
  // The ordinary week of a template has days, but no dates.
  const { ordinary } = rota.summary;
  const name = ordinary ? weekday(date) : `${weekday(date)} ${dayNumber(date)}`;
  return { index, name, short: ordinary ? weekdayShort(date) : dayShort(date), note: closed === null ? presence(rota, index) : '', closed };
}

function presence(rota: Rota, day: number): string {
  const touches = (from: number, to: number) => from < (day + 1) * minutesPerDay && to > day * minutesPerDay;
  const absent = rota.people.filter((person) => person.absences.some(({ from, to, kind }) => kind !== 'training' && touches(from, to)));
  const present = rota.people.filter((person) => !absent.includes(person) && person.available.some(([from, to]) => touches(from, to)));
  return present.length + absent.length === 0 ? '' : texts().grid.presence(present.length, absent.length);
}

function rowOf(professional: Professional, person: PersonWeek | undefined, blocks: GridBlock[], days: number): GridRow {
  const planned = person?.planned_minutes ?? 0;
  const contract = person?.contract_minutes ?? 0;
  const available = (person?.available ?? []).map(([from, to]) => ({ from, to }));
  const over = planned > contract && contract > 0 ? duration(planned - contract) : null;
  return {
    id: professional.id,
    group: professional.main_team,
    name: professional.name,
    detail: professional.job_title,
    planned,
    contract,
    available,
    lunches: lunchesOf(professional.lunch, available, blocks, days),
    absences: (person?.absences ?? []).map(({ from, to, kind }) => ({ from, to, word: common().absences[kind] })),
    summary: texts().grid.summary(duration(planned), duration(contract), over),
  };
}

const NOON = 720;

/** Where the meal break still fits on each day, as near to noon as the day allows. */
export function lunchesOf(
  lunch: Professional['lunch'],
  available: readonly Span[],
  blocks: readonly { start: number; end: number; travel: number }[],
  days: number,
): Span[] {
  if (!lunch) return [];
  const found: Span[] = [];
  for (let day = 0; day < days; day++) {
    const base = day * minutesPerDay;
    const worked = available.some((span) => span.from <= base + lunch.from && span.to >= base + lunch.from + lunch.minutes);
    if (!worked) continue;
    const busy = blocks
      .filter((block) => block.end > base + lunch.from && block.start - block.travel < base + lunch.to)
      .sort((a, b) => a.start - b.start);
    const gap = widestGap(busy, { from: base + lunch.from, to: base + lunch.to });
    if (gap.to - gap.from < lunch.minutes) continue;
    const from = Math.max(gap.from, Math.min(base + NOON, gap.to - lunch.minutes));
    found.push({ from, to: from + lunch.minutes });
  }
  return found;
}

function widestGap(busy: readonly { start: number; end: number; travel: number }[], span: Span): Span {
  let best: Span = { from: span.from, to: span.from };
  let free = span.from;
  for (const block of [...busy, { start: span.to, end: span.to, travel: 0 }]) {
    const to = Math.min(span.to, block.start - block.travel);
    if (to - free > best.to - best.from) best = { from: free, to };
    free = Math.max(free, block.end);
  }
  return best;
}

/** Everything the blocks of an occurrence are made from. */
interface BlockSource {
  occurrence: Occurrence;
  activity: Activity;
  house: KnownHouse;
  days: GridDay[];
  conflict: boolean;
  draft: boolean;
  words: ReturnType<typeof texts>['grid'];
}

/** What was made of each occurrence last, and from what: a move touches a few of hundreds. */
const made = new WeakMap<Occurrence, { source: BlockSource; blocks: GridBlock[] }>();

function knownBlocks(source: BlockSource): GridBlock[] {
  const last = made.get(source.occurrence);
  if (last && (Object.keys(source) as (keyof BlockSource)[]).every((part) => last.source[part] === source[part])) return last.blocks;
  const blocks = blocksOf(source);
  made.set(source.occurrence, { source, blocks });
  return blocks;
}

function blocksOf({ occurrence, activity, house, days, conflict, draft, words }: BlockSource): GridBlock[] {
  const ref = refKey(occurrence);
  const kind = kindOf(activity);
  const modality = modalityOf(activity, house);
  const text = textOf(activity, kind, placeShort(house, { place: occurrence.place, room: null }), house);
  const about = [...activity.children, ...(activity.about_child ? [activity.about_child] : [])];
  const day = days[dayOf(occurrence.start)]?.name ?? '';
  const when = `${day}, ${hourRange(occurrence.start, occurrence.start + activity.duration)}`;
  const place = placeShort(house, occurrence);
  const state = {
    changed: draft && occurrence.change !== null,
    conflict,
    wish: false,
    locked: occurrence.locked,
    held: false,
  };
  const told = [
    state.changed && words.states.changed,
    conflict && words.states.conflict,
    occurrence.fixed ? words.states.fixed : occurrence.locked && words.states.locked,
  ];
  const activityWords =
    kind === 'one' ? lowerFirst(labelOf(activity)) : activity.children.length > 0 && words.children(activity.children.length);
  return [...occurrence.staff, ...occurrence.attendees].map((person) => {
    const travel = occurrence.travel.find((leg) => leg.professional === person)?.minutes ?? 0;
    const name = house.professional.get(person)?.name ?? '';
    const travelWords = travel > 0 && words.travel(duration(travel));
    return {
      key: `${ref}/${person}`,
      ref,
      row: person,
      start: occurrence.start,
      end: occurrence.start + activity.duration,
      kind,
      modality,
      text,
      state,
      travel,
      about,
      description: [activityWords, when, name, place, travelWords, ...told].filter(Boolean).join(', '),
      movable: !occurrence.fixed && !occurrence.locked && !activity.fixed,
    };
  });
}

function kindOf(activity: Activity): BlockKind {
  switch (activity.kind) {
    case 'session':
      return isAboutOne(activity) ? 'one' : 'group';
    case 'support':
      return 'group';
    case 'duty':
      return 'duty';
    case 'meeting':
      return 'meet';
    case 'protected':
      return 'prep';
  }
}

/** « Éq. » for « Équipe », where even the short label is too long. */
function abbreviated(label: string): string {
  return label.length > 3 ? `${label.slice(0, 2)}.` : label;
}

function textOf(activity: Activity, kind: BlockKind, place: string, house: KnownHouse): BlockText {
  const distinct = (list: (string | undefined)[]) => [...new Set(list.filter((text): text is string => Boolean(text)))];
  if (kind === 'one') {
    const child = house.child.get(activity.children[0] ?? '');
    const what = lowerFirst(labelOf(activity));
    return {
      forms: distinct([subjectOf(activity, house), child?.initials]),
      extras: distinct([[what, place].filter(Boolean).join(' · '), place]),
    };
  }
  const about = activity.about_child === null ? undefined : house.child.get(activity.about_child);
  const extras =
    kind === 'group' && activity.children.length > 0 ? [`${texts().grid.children(activity.children.length)} · ${place}`, place] : [place];
  return {
    forms: distinct([
      subjectOf(activity, house),
      labelOf(activity),
      activity.short_label,
      about ? about.initials : abbreviated(activity.short_label || labelOf(activity)),
    ]),
    extras: distinct(extras),
  };
}
