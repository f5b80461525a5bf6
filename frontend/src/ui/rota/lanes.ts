import type { Span } from './model';

/** The lane of an item, and how many lanes its cluster of overlapping items has. */
export interface Lane {
  lane: number;
  lanes: number;
}

/**
 * Gives overlapping items different lanes, as few as possible; items that only touch share one.
 * The answer is in the order of `items`, whatever their order.
 */
export function packLanes(items: readonly Span[]): Lane[] {
  const order = items.map((_, index) => index);
  order.sort((a, b) => at(items, a).from - at(items, b).from || at(items, b).to - at(items, a).to);
  const result: Lane[] = items.map(() => ({ lane: 0, lanes: 1 }));
  let cluster: Lane[] = [];
  let ends: number[] = [];
  const close = () => {
    for (const lane of cluster) lane.lanes = ends.length;
    cluster = [];
    ends = [];
  };
  for (const index of order) {
    const item = at(items, index);
    if (ends.length > 0 && ends.every((end) => end <= item.from)) close();
    let lane = ends.findIndex((end) => end <= item.from);
    if (lane < 0) lane = ends.length;
    ends[lane] = Math.max(item.to, item.from);
    const answer = at(result, index);
    answer.lane = lane;
    cluster.push(answer);
  }
  close();
  return result;
}

function at<T>(list: readonly T[], index: number): T {
  return list[index] as T;
}
