import type { GridBlock, GridRow, Target } from './model';
import { DAY_MINUTES } from './model';

/** Where something can go, row by row: the starts that are possible, or the sentence that says why there is none. */
export interface RowOptions {
  starts: ReadonlySet<number>;
  reason: string;
}

/** What the browser can see by itself of a place in the grid; the server then confirms or replaces it. */
export type Guess = { kind: 'free' } | { kind: 'outside' } | { kind: 'absent'; word: string } | { kind: 'busy'; by: GridBlock };

/** Looks only at the hours, absences and other blocks of the row. */
export function guessTarget(row: GridRow, blocks: readonly GridBlock[], ref: string, start: number, duration: number): Guess {
  const end = start + duration;
  const absence = row.absences.find((band) => band.from < end && start < band.to);
  if (absence) return { kind: 'absent', word: absence.word };
  if (!row.available.some((span) => span.from <= start && end <= span.to)) return { kind: 'outside' };
  const by = blocks.find((block) => block.ref !== ref && block.start < end && start < block.end);
  return by ? { kind: 'busy', by } : { kind: 'free' };
}

/** The options of one more of something that stays at its hour: whoever it is with is busy then. */
export function besides(options: ReadonlyMap<string, RowOptions>, own: number, duration: number): Map<string, RowOptions> {
  const apart = (start: number) => Math.abs(start - own) >= duration;
  return new Map([...options].map(([row, { starts, reason }]) => [row, { starts: new Set([...starts].filter(apart)), reason }]));
}

/** The spans, in minutes, that the possible starts of one day cover; starts one step apart belong together. */
export function optionSpans(starts: Iterable<number>, duration: number, step: number): { from: number; to: number }[] {
  const spans: { from: number; to: number; last: number }[] = [];
  for (const start of [...starts].sort((a, b) => a - b)) {
    const span = spans.at(-1);
    const sameDay = span && Math.floor(span.last / DAY_MINUTES) === Math.floor(start / DAY_MINUTES);
    if (span && sameDay && start - span.last <= step) {
      span.to = start + duration;
      span.last = start;
    } else spans.push({ from: start, to: start + duration, last: start });
  }
  return spans.map(({ from, to }) => ({ from, to }));
}

/** Whether the server said a target is possible; undefined while it has not answered, of rows its answer does not speak of, and between two steps. */
export function isPossible(options: ReadonlyMap<string, RowOptions> | null, target: Target, step: number): boolean | undefined {
  const row = options?.get(target.row);
  return row && row.starts.size > 0 && target.start % step !== 0 ? undefined : row?.starts.has(target.start);
}
