import { DAY_MINUTES, type GridBlock, type GridModel, type GridRow, type Span } from '$ui/rota/model';

/** What the references of the second week begin with: they are none of the rota that is edited. */
const SECOND = '+';

/** Whether a reference is of the week that stands beside the edited one. */
export const isOfSecond = (ref: string | null | undefined): boolean => ref?.startsWith(SECOND) === true;

/** The reference within its own rota. */
export const ownRef = (ref: string): string => (isOfSecond(ref) ? ref.slice(SECOND.length) : ref);

/** A week moved behind another of some days: to be read, not moved. */
export function behind(model: GridModel, days: number): GridModel {
  const later = days * DAY_MINUTES;
  const shift = <Moved extends Span>(span: Moved): Moved => ({ ...span, from: span.from + later, to: span.to + later });
  return {
    ...model,
    days: model.days.map((day) => ({ ...day, index: day.index + days })),
    rows: model.rows.map((row) => ({
      ...row,
      available: row.available.map(shift),
      lunches: row.lunches.map(shift),
      absences: row.absences.map(shift),
    })),
    blocks: model.blocks.map((block): GridBlock => ({
      ...block,
      key: SECOND + block.key,
      ref: SECOND + block.ref,
      start: block.start + later,
      end: block.end + later,
      movable: false,
      stretches: false,
    })),
  };
}

/** Two weeks side by side: the first one, and a second one that stands behind it. A row of both is one row, with the hours of the first. */
export function joinWeeks(first: GridModel, second: GridModel): GridModel {
  const later = new Map(second.rows.map((row) => [row.id, row]));
  const rows = first.rows.map((row): GridRow => {
    const more = later.get(row.id);
    later.delete(row.id);
    if (!more) return row;
    return {
      ...row,
      available: [...row.available, ...more.available],
      lunches: [...row.lunches, ...more.lunches],
      absences: [...row.absences, ...more.absences],
    };
  });
  const groups = new Set(first.groups.map(({ id }) => id));
  return {
    ...first,
    days: [...first.days, ...second.days],
    groups: [...first.groups, ...second.groups.filter(({ id }) => !groups.has(id))],
    rows: [...rows, ...[...later.values()].map((row) => ({ ...row, planned: 0 }))],
    blocks: [...first.blocks, ...second.blocks],
  };
}

/** The days of a week, of which the first says which week it is. */
export function named(model: GridModel, week: string): GridModel {
  return { ...model, days: model.days.map((day, at) => (at === 0 ? { ...day, week } : day)) };
}
