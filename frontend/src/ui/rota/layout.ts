import type { Scale } from './geometry';
import { chooseLabel, type Label, type Measure } from './labels';
import { packLanes } from './lanes';
import { DAY_MINUTES, type BlockKind, type GridBlock } from './model';

/** A block with its place in the row, in pixels. */
export interface PlacedBlock {
  block: GridBlock;
  left: number;
  width: number;
  top: number;
  height: number;
  label: Label;
  /** The travel line that leads to the block; width 0 draws none. */
  travelLeft: number;
  travelWidth: number;
  /** What a screen reader says: what is seen first, then the rest. */
  name: string;
}

/** Measures of a row, in pixels: what its blocks share, and how tall one of them is at most. */
export interface RowMetrics {
  top: number;
  block: number;
  most: number;
}

/** The measures of a row of this height. */
export function rowMetrics(height: number): RowMetrics {
  return { top: 3, block: height - 6, most: 24 };
}

/** The height of a row that gathers what several people do: as many lanes as it needs, each tall enough for its text. */
export function gatheredHeight(blocks: readonly GridBlock[], least: number): number {
  const lanes = packLanes(blocks.map((block) => ({ from: block.start, to: block.end })));
  const most = Math.max(1, ...lanes.map((lane) => lane.lanes));
  return most === 1 ? least : 6 + most * (LANE + GAP);
}

const STRIP = 4;
const LANE = 19;
const GAP = 1;
const LEAST_WIDTH = 4;
const LEAST_TEXT_HEIGHT = 11;
const WEIGHTS: Record<BlockKind, number> = { one: 600, group: 500, meet: 500, duty: 400, prep: 400 };

/** The weight a kind of block is written in. */
export function textWeight(kind: BlockKind): number {
  return WEIGHTS[kind];
}

/** Places the blocks of one row: overlapping ones share the height, texts that do not fit leave. */
export function layoutRow(blocks: readonly GridBlock[], scale: Scale, metrics: RowMetrics, measure: Measure): PlacedBlock[] {
  const sorted = [...blocks].sort((a, b) => a.start - b.start || a.end - b.end || (a.key < b.key ? -1 : 1));
  const lanes = packLanes(sorted.map((block) => ({ from: block.start, to: block.end })));
  return sorted.map((block, index) => {
    const { lane, lanes: count } = lanes[index] ?? { lane: 0, lanes: 1 };
    const height = Math.min(metrics.most, (metrics.block - (count - 1) * GAP) / count);
    const left = scale.x(block.start);
    const width = Math.max(LEAST_WIDTH, endX(scale, block.start, block.end) - left - GAP);
    const strip = block.state.changed || block.state.conflict || block.state.wish ? STRIP : 0;
    const label =
      height < LEAST_TEXT_HEIGHT
        ? { text: '', extra: '', wide: false }
        : chooseLabel(block.text, width - strip, textWeight(block.kind), measure);
    const travelLeft = block.travel > 0 ? scale.x(block.start - block.travel) : left;
    return {
      block,
      left,
      width,
      top: metrics.top + lane * (height + GAP),
      height,
      label,
      travelLeft,
      travelWidth: Math.max(0, left - travelLeft),
      name: accessibleName(block, label),
    };
  });
}

/** The pixel at which something that starts at `start` ends; what runs past midnight ends with the day. */
export function endX(scale: Scale, start: number, end: number): number {
  const day = Math.floor(start / DAY_MINUTES);
  const box = scale.days[day];
  return box ? box.left + scale.inside(day, end - day * DAY_MINUTES) : scale.x(end);
}

/** What a screen reader says of a block: what it shows, then the rest. */
export function accessibleName(block: GridBlock, label: Label): string {
  const whole = block.text.forms[0] ?? '';
  const shown = [label.time, label.code, label.text, label.extra].filter(Boolean).join(' ');
  if (label.time) return [shown, label.text === whole ? '' : whole, block.description].filter(Boolean).join(', ');
  const parts = label.text && !whole.startsWith(label.text) ? [shown, whole] : [label.text === whole ? shown : whole];
  return [...parts, block.description].filter(Boolean).join(', ');
}
