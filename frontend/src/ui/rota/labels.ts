import type { BlockText } from './model';

/** The width in pixels of a text at a size and weight. */
export type Measure = (text: string, size: number, weight: number) => number;

/** What a block shows. */
export interface Label {
  text: string;
  extra: string;
  /** Wide blocks write at the size of the grid, narrow ones at the smallest size. */
  wide: boolean;
}

/** From this width on a block writes at the size of the grid. */
export const WIDE_BLOCK = 92;
const WIDE_SIZE = 12.5;
const EXTRA_SIZE = 11.5;
const DENSE_SIZE = 10.5;
const WIDE_PADDING = 10;
const DENSE_PADDING = 1;
const GAP = 5;

/**
 * Chooses the longest text that fits whole: the name with what follows it, the name, its shorter forms, nothing.
 * A text is never cut.
 */
export function chooseLabel(text: BlockText, width: number, weight: number, measure: Measure): Label {
  if (width >= WIDE_BLOCK) {
    const room = width - WIDE_PADDING;
    const whole = text.forms[0] ?? '';
    const used = measure(whole, WIDE_SIZE, weight);
    for (const extra of text.extras) if (used + GAP + measure(extra, EXTRA_SIZE, 400) <= room) return { text: whole, extra, wide: true };
    const form = text.forms.find((candidate) => measure(candidate, WIDE_SIZE, weight) <= room);
    return { text: form ?? '', extra: '', wide: true };
  }
  const room = width - DENSE_PADDING;
  const form = text.forms.find((candidate) => measure(candidate, DENSE_SIZE, weight) <= room);
  return { text: form ?? '', extra: '', wide: false };
}

/** Remembers what it measured; a grid asks for the same few texts again and again. */
export function memoized(measure: Measure): Measure {
  const known = new Map<string, number>();
  return (text, size, weight) => {
    const key = `${weight} ${size} ${text}`;
    let width = known.get(key);
    if (width === undefined) {
      width = measure(text, size, weight);
      known.set(key, width);
    }
    return width;
  };
}
