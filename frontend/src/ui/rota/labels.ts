import type { BlockText } from './model';

/** The width in pixels of a text at a size and weight. */
export type Measure = (text: string, size: number, weight: number) => number;

/** What a block shows. */
export interface Label {
  text: string;
  extra: string;
  /** Wide blocks write at the size of the grid, narrow ones at the smallest size. */
  wide: boolean;
  /** The hour a card begins with. */
  time?: string;
  /** The letters of a card whose ground is not that of its row. */
  code?: string;
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

/** What a card says, and how heavy its name is. */
export interface CardText {
  time: string;
  code: string;
  text: BlockText;
  weight: number;
}

const CODE_ROOM = 22;
const CARD_PADDING = 14;

/** Fills a card: the hour always, then the longest name that fits whole, and behind it the place. */
export function cardLabel({ time, code, text, weight }: CardText, width: number, measure: Measure): Label {
  const room = width - CARD_PADDING - measure(time, EXTRA_SIZE, 400) - GAP;
  const widths = text.forms.map((form) => measure(form, WIDE_SIZE, weight));
  const whole = widths[0] ?? 0;
  const shown = code !== '' && whole + CODE_ROOM <= room ? code : '';
  const left = room - (shown ? CODE_ROOM : 0);
  const extra = text.extras.find((candidate) => whole + GAP + measure(candidate, EXTRA_SIZE, 400) <= left) ?? '';
  const form = text.forms.find((_, index) => (widths[index] ?? 0) <= left) ?? '';
  return { text: form, extra: form === text.forms[0] ? extra : '', wide: true, time, code: shown };
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
