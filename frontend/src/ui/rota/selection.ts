import type { GridBlock } from './model';

/** What the filters above the grid ask for. */
export interface Filter {
  conflicts: boolean;
  changed: boolean;
  /** Only blocks whose ground has these letters; null: any. */
  code: string | null;
  /** Only these occurrences; null: all. What they have in common is for who asks to know. */
  refs: ReadonlySet<string> | null;
}

export const noFilter: Filter = { conflicts: false, changed: false, code: null, refs: null };

/**
 * The blocks that stay lit, or null when all do. A selected block keeps its own occurrence and the blocks about the same people;
 * filters keep what they name. Everything else is dimmed and stays reachable.
 */
export function litBlocks(blocks: readonly GridBlock[], selectedRef: string | null, filter: Filter): ReadonlySet<string> | null {
  const selected = selectedRef === null ? [] : blocks.filter((block) => block.ref === selectedRef);
  if (selected.length > 0) {
    const about = new Set(selected.flatMap((block) => block.about));
    return keysOf(blocks, (block) => block.ref === selectedRef || block.about.some((id) => about.has(id)));
  }
  if (!filter.conflicts && !filter.changed && filter.code === null && filter.refs === null) return null;
  return keysOf(
    blocks,
    (block) =>
      (!filter.conflicts || block.state.conflict) &&
      (!filter.changed || block.state.changed) &&
      (filter.code === null || block.colour?.code === filter.code) &&
      (filter.refs === null || filter.refs.has(block.ref)),
  );
}

function keysOf(blocks: readonly GridBlock[], keep: (block: GridBlock) => boolean): ReadonlySet<string> {
  return new Set(blocks.filter(keep).map((block) => block.key));
}
