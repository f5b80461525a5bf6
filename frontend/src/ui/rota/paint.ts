import { DAY_MINUTES, type Span } from './model';

/**
 * A stretch of a row shown for the time being, until something is done or looked away: where something would stand (`new`), where it would no
 * longer stand (`old`), hours at which something is in the way (`no`), which carry the number of their reason, or the hours somebody can be
 * met, at school (`school`) or elsewhere (`met`), as frames around what stands there.
 */
export interface Painted extends Span {
  look: 'new' | 'old' | 'no' | 'met' | 'school';
  mark: string;
}

/** What is painted, row by row. */
export type Paint = ReadonlyMap<string, readonly Painted[]>;

/** The rows that show something to look at: hours somebody can be met stand around what is there already. */
export function rowsToSee(paint: Paint): ReadonlySet<string> {
  const seen = [...paint].filter(([, list]) => list.some(({ look }) => look !== 'met' && look !== 'school'));
  return new Set(seen.map(([row]) => row));
}

/** What is painted on one day of a row, in no more pieces than needed. */
export function paintedOn(day: number, painted: readonly Painted[]): readonly Painted[] {
  return painted.filter(({ from }) => Math.floor(from / DAY_MINUTES) === day);
}
