import type { ChildState } from '$api/records-state';
import type { Id } from '$api/wire';
import { hourRange, dayOf, weekdayShort, addDays } from '$lib/datetime';
import type { KnownHouse } from '$lib/house';
import type { GridModel } from '$ui/rota/model';
import type { Paint, Painted } from '$ui/rota/paint';

type Window = ChildState['windows'][number];

/** The hours at which a child can be met, as frames: at school, or elsewhere. Windows of one look that touch are one frame. */
export function bandsOf(windows: readonly Window[], house: KnownHouse): Painted[] {
  const bands: Painted[] = [];
  for (const { from, to, places } of [...windows].sort((a, b) => a.from - b.from)) {
    const look = places.some((id) => house.place.get(id)?.kind === 'school') ? 'school' : 'met';
    const last = bands.findLast((band) => band.look === look);
    if (last && from <= last.to && dayOf(from) === dayOf(last.from)) last.to = Math.max(last.to, to);
    else bands.push({ from, to, look, mark: '' });
  }
  return bands;
}

/** Paints frames on the child's own row or, where rows are no children, on every row the child stands in; below what is painted already. */
export function bandsPaint(
  bands: readonly Painted[],
  child: Id,
  { rows, blocks }: Pick<GridModel, 'rows' | 'blocks'>,
  over: Paint | null,
): Paint {
  const paint = new Map(over);
  const own = rows.some(({ id }) => id === child);
  const shown = own ? [child] : blocks.filter(({ about }) => about.includes(child)).map(({ row }) => row);
  for (const row of new Set(shown)) paint.set(row, [...bands, ...(over?.get(row) ?? [])]);
  return paint;
}

/** « lun. 9 h – 12 h, JMO », window by window. */
export function windowWords(windows: readonly Window[], firstDay: string, house: KnownHouse): string[] {
  return windows.map(({ from, to, places }) => {
    const codes = places.map((id) => house.place.get(id)?.code ?? '').filter(Boolean);
    return [`${weekdayShort(addDays(firstDay, dayOf(from)))} ${hourRange(from, to)}`, ...codes].join(', ');
  });
}
