import type { Ground } from './keyboard';
import { chooseLabel, type Measure } from './labels';
import { accessibleName, textWeight, type PlacedBlock } from './layout';
import { DAY_MINUTES, type GridBlock } from './model';

/** What waits has no hour yet: it starts a week before the first day, so that the keyboard finds it before what is planned. */
const BEFORE = -7 * DAY_MINUTES;

/** How wide the column is in which a row shows what waits to stand in it, in pixels. */
export const WAITING_COLUMN = 132;

const EDGE = 6;
const TOP = 3;
const BLOCK = 24;
const GAP = 2;
const IN_A_LINE = 2;

/** The start and end of something of a length that has no hour yet. */
export function waitingSpan(duration: number): Pick<GridBlock, 'start' | 'end'> {
  return { start: BEFORE, end: BEFORE + duration };
}

/** Whether a block only waits to stand in its row. */
export function isWaiting({ start }: Pick<GridBlock, 'start'>): boolean {
  return start < 0;
}

/** The ground without what waits: it is planned, locked and cleared with nothing else. */
export function withoutWaiting(ground: Ground): Ground {
  return { ...ground, rows: ground.rows.map(({ id, stops }) => ({ id, stops: stops.filter((stop) => !isWaiting(stop)) })) };
}

const linesOf = (count: number) => Math.ceil(count / IN_A_LINE);

/** How tall a row has to be to show all that waits in it. */
export function waitingHeight(blocks: readonly GridBlock[]): number {
  const lines = linesOf(blocks.length);
  return lines === 0 ? 0 : 2 * TOP + lines * BLOCK + (lines - 1) * GAP;
}

/** Places what waits in a row: two beside each other, the last one alone where their number is odd. */
export function layoutWaiting(blocks: readonly GridBlock[], measure: Measure): PlacedBlock[] {
  const whole = WAITING_COLUMN - 2 * EDGE;
  const half = (whole - GAP) / IN_A_LINE;
  return blocks.map((block, index) => {
    const alone = index === blocks.length - 1 && index % IN_A_LINE === 0;
    const width = alone ? whole : half;
    const left = EDGE + (index % IN_A_LINE) * (half + GAP);
    const label = chooseLabel(block.text, width - 2, textWeight(block.kind), measure);
    return {
      block,
      left,
      width,
      top: TOP + Math.floor(index / IN_A_LINE) * (BLOCK + GAP),
      height: BLOCK,
      label,
      travelLeft: left,
      travelWidth: 0,
      name: accessibleName(block, label),
    };
  });
}
