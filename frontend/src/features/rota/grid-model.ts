import type { Activity, Id, Occurrence, Rota, Week } from '$api/wire';
import { dayNumber, dayOf, dayShort, hourRange, duration, minutesPerDay, weekday, weekdayShort } from '$lib/datetime';
import { peopleNames, type KnownHouse } from '$lib/house';
import { rota as texts } from '$lib/i18n/rota';
import type { GridBlock, GridDay, GridModel } from '$ui/rota/model';
import { groupBy, reconcile, settled } from '$ui/rota/reconcile';
import { colourOf, type Colouring } from './colours';
import { mayCopy } from './once/exceptions';
import { planRows, type RowKind } from './rows/kinds';
import { lookOf, textOf } from './rows/text';
import { activitiesOf, labelOf, lowerFirst, placeShort, refKey } from './words';

/** What the grid is drawn from. */
export interface GridSource {
  rota: Rota;
  house: KnownHouse;
  week: Week;
  /** Only what this team does; null shows everything. */
  team: Id | null;
  /** What each row stands for; without it a professional. */
  rows?: RowKind;
  /** What the grounds say; without it the modality. */
  colours?: Colouring;
}

/** Turns a rota into what the grid draws. What is equal to a part of `before` is that part, so that it is not drawn again. */
export function buildModel(source: GridSource, before: GridModel | null): GridModel {
  const { rota, house, week, team, rows: kind = 'professionals', colours = 'modalities' } = source;
  const activities = activitiesOf(rota);
  const conflicts = conflictsOf(rota);
  const plan = planRows(kind, { rota, house, week, team, activities, colours });
  const days = settled(
    before?.days,
    week.days.slice(0, rota.days).map((day, index) => dayOfWeek(day.date, index, day.closed === null ? null : day.label, rota)),
  );
  const draft = rota.summary.state === 'draft';
  const shaped = draft && rota.can.edit;
  const words = texts().grid;
  const visible = rota.occurrences.flatMap((occurrence) => {
    const activity = activities.get(occurrence.activity);
    if (!activity) return [];
    const stands = plan.rowsOf(occurrence, activity).filter((row) => plan.ids.has(row));
    const conflict = conflicts.has(refKey(occurrence));
    const stretches = shaped && mayCopy(activity, rota);
    return knownBlocks({ kind, colours, rows: stands.join(' '), occurrence, activity, house, days, conflict, draft, stretches, words });
  });
  const byRow = groupBy(visible, (block) => block.row);
  const rows = plan.rows((row) => byRow.get(row) ?? []);
  return {
    days,
    groups: settled(before?.groups, plan.groups),
    rows: reconcile(before?.rows ?? [], rows, (row) => row.id),
    blocks: reconcile(before?.blocks ?? [], visible, (block) => block.key),
    waiting: plan.waiting && reconcile(before?.waiting ?? [], plan.waiting, (block) => block.key),
    step: rota.grid,
    fine: rota.finest,
    gathered: plan.gathered,
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

/** Everything the blocks of an occurrence are made from. */
interface BlockSource {
  kind: RowKind;
  colours: Colouring;
  /** The rows it stands in, in one text, so that two sources can be compared. */
  rows: string;
  occurrence: Occurrence;
  activity: Activity;
  house: KnownHouse;
  days: GridDay[];
  conflict: boolean;
  draft: boolean;
  /** Whether it may have another length this week, where it is not locked. */
  stretches: boolean;
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

function blocksOf({ kind, colours, rows, occurrence, activity, house, days, conflict, draft, stretches, words }: BlockSource): GridBlock[] {
  if (rows === '') return [];
  const ref = refKey(occurrence);
  const look = lookOf(activity);
  const text = textOf(kind, look, activity, occurrence, house);
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
    (activity.copy_of !== null || activity.instead !== null) && words.states.once,
  ];
  const activityWords =
    look === 'one' ? lowerFirst(labelOf(activity)) : activity.children.length > 0 && words.children(activity.children.length);
  const everybody = peopleNames(house, occurrence.staff);
  const movable = !occurrence.fixed && !occurrence.locked && !activity.fixed;
  const shared = {
    ref,
    start: occurrence.start,
    end: occurrence.start + activity.duration,
    kind: look,
    colour: colourOf(colours, occurrence, activity, house),
    text,
    state,
    about: [...activity.children, ...(activity.about_child ? [activity.about_child] : [])],
    movable,
    stretches: movable && stretches,
  };
  return rows.split(' ').map((row) => {
    const travel = occurrence.travel.find((leg) => leg.professional === row)?.minutes ?? 0;
    const travelWords = travel > 0 && words.travel(duration(travel));
    const who = kind === 'professionals' ? house.professional.get(row)?.name : everybody;
    // In a child's row the block names the activity, so the name has to say whose it is.
    const what = kind === 'children' ? house.child.get(row)?.name : activityWords;
    const description = [what, when, who, place, travelWords, ...told].filter(Boolean).join(', ');
    return { ...shared, key: `${ref}/${row}`, row, travel, description };
  });
}
