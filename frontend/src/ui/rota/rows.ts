import type { GridGroup, GridRow } from './model';

/** Heights of the lines, in pixels. */
export interface Heights {
  row: (row: GridRow) => number;
  group: number;
}

/** One line of the grid: a group's announcement or a row. */
export type Line =
  | { kind: 'group'; id: string; top: number; height: number; group: GridGroup }
  | { kind: 'row'; id: string; top: number; height: number; row: GridRow };

/** Stacks the rows under the groups they belong to, in the order of both lists; rows of no known group come first. */
export function stackLines(rows: readonly GridRow[], groups: readonly GridGroup[], heights: Heights): Line[] {
  const byGroup = new Map<string, GridRow[]>();
  const known = new Set(groups.map((group) => group.id));
  for (const row of rows) {
    const group = known.has(row.group) ? row.group : '';
    const list = byGroup.get(group);
    if (list) list.push(row);
    else byGroup.set(group, [row]);
  }
  const lines: Line[] = [];
  let top = 0;
  const pushRows = (id: string) => {
    for (const row of byGroup.get(id) ?? []) {
      const height = heights.row(row);
      lines.push({ kind: 'row', id: row.id, top, height, row });
      top += height;
    }
  };
  pushRows('');
  for (const group of groups) {
    if (!byGroup.has(group.id)) continue;
    lines.push({ kind: 'group', id: `group ${group.id}`, top, height: heights.group, group });
    top += heights.group;
    pushRows(group.id);
  }
  return lines;
}

/** The height of all lines. */
export function linesHeight(lines: readonly Line[]): number {
  const last = lines.at(-1);
  return last ? last.top + last.height : 0;
}

/** The index of the line under `y`; the first or last line when `y` lies outside, -1 when there is none. */
export function lineAt(lines: readonly Line[], y: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.top ?? 0) <= y) low = middle;
    else high = middle - 1;
  }
  return high;
}

/** The row nearest to `y`, never a group's line. */
export function rowAt(lines: readonly Line[], y: number): GridRow | null {
  const index = lineAt(lines, y);
  for (let distance = 0; distance < lines.length; distance++)
    for (const candidate of [lines[index + distance], lines[index - distance]]) if (candidate?.kind === 'row') return candidate.row;
  return null;
}

/** Which lines to draw: those in sight and `overscan` pixels around them, as [first, end). */
export function linesInSight(lines: readonly Line[], scrollTop: number, height: number, overscan: number): [number, number] {
  if (lines.length === 0) return [0, 0];
  const first = lineAt(lines, scrollTop - overscan);
  const last = lineAt(lines, scrollTop + height + overscan);
  return [first, last + 1];
}
