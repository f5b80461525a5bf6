import type { GridBlock, Target } from './model';

/** A target, with what takes the carried thing in there: the block under `minute` in its row, if it is one that does. */
export function takenIn(target: Target, minute: number, blocks: readonly GridBlock[], takers: ReadonlySet<string>): Target {
  const { row, start } = target;
  const taker =
    takers.size === 0 ? undefined : blocks.find((block) => takers.has(block.ref) && block.start <= minute && minute < block.end);
  return taker ? { row, start, into: taker.ref } : { row, start };
}

/** The span something covers at a target, in minutes: its own, or that of what takes it in. */
export function spanAt(target: Target, duration: number, blocks: readonly GridBlock[]): { start: number; duration: number } {
  const taker = target.into === undefined ? undefined : blocks.find((block) => block.ref === target.into);
  if (taker) return { start: taker.start, duration: taker.end - taker.start };
  return { start: target.start, duration: target.length ?? duration };
}
