import { findStop, type Ground } from './keyboard';
import { DAY_MINUTES } from './model';

/** How a block is chosen beside others. */
export type HowChosen = 'toggle' | 'range' | 'all';

/** Exactly these blocks. */
export const only = (keys: Iterable<string>): ReadonlySet<string> => new Set(keys);

/** The blocks chosen after one more gesture. `anchor` is the block a range begins at. */
export function chosenAfter(
  ground: Ground,
  chosen: ReadonlySet<string>,
  anchor: string | null,
  key: string,
  how: HowChosen,
): ReadonlySet<string> {
  switch (how) {
    case 'toggle':
      return chosen.has(key) ? new Set([...chosen].filter((one) => one !== key)) : new Set([...chosen, key]);
    case 'range':
      return new Set(between(ground, anchor ?? key, key));
    case 'all':
      return wider(ground, chosen, key);
  }
}

/** The blocks of all rows between two blocks that start between them, both among them. */
function between(ground: Ground, from: string, to: string): string[] {
  const [a, b] = [findStop(ground, from), findStop(ground, to)];
  if (!a || !b) return b ? [to] : [];
  const starts = [a.stop.start, b.stop.start];
  const [first, last] = [Math.min(...starts), Math.max(...starts)];
  return ground.rows
    .slice(Math.min(a.row, b.row), Math.max(a.row, b.row) + 1)
    .flatMap(({ stops }) => stops.filter(({ start }) => start >= first && start <= last).map((stop) => stop.key));
}

/** The day of the row; where that is chosen already, the row; where that is, the day of all rows. */
function wider(ground: Ground, chosen: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const here = findStop(ground, key);
  if (!here) return chosen;
  const day = Math.floor(here.stop.start / DAY_MINUTES);
  const row = ground.rows[here.row]?.stops ?? [];
  const ofDay = (stops: typeof row) => stops.filter(({ start }) => Math.floor(start / DAY_MINUTES) === day);
  const steps = [ofDay(row), row, ground.rows.flatMap(({ stops }) => ofDay(stops))].map((stops) => stops.map((stop) => stop.key));
  const next = steps.findIndex((keys) => keys.length === chosen.size && keys.every((one) => chosen.has(one))) + 1;
  return new Set(steps[next % steps.length]);
}
