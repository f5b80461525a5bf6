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

/** What is painted on one day of a row, in no more pieces than needed. */
export function paintedOn(day: number, painted: readonly Painted[]): readonly Painted[] {
  return painted.filter(({ from }) => Math.floor(from / DAY_MINUTES) === day);
}
