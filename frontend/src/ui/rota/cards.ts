import type { Scale, Stretch } from './geometry';
import { cardLabel, type Measure } from './labels';
import { accessibleName, textWeight, type PlacedBlock } from './layout';
import { DAY_MINUTES, type GridBlock, type Span } from './model';

/** Where the morning of a day of cards ends. */
export const MIDDAY = 750;
const CARD = 24;
const GAP = 2;
const EDGE = 3;
/** What the strip of a state and the sign at the end of the line take from the text. */
const STRIP = 5;
const SIGN = 16;
/** The name, the job and the hours of a row head need three lines. */
const LEAST_ROW = 54;
/** Where something stands that had no hour before. */
const FIRST_HOUR: Record<Half, number> = { 0: 540, 1: 840 };

/** The morning or the afternoon of a day. */
export type Half = 0 | 1;

/** The half of its day a minute lies in. */
export function halfOf(minute: number): Half {
  return minute % DAY_MINUTES < MIDDAY ? 0 : 1;
}

/** A scale on which the morning and the afternoon are equally wide, whatever their hours. */
export function halfDayStretches(stretches: readonly Stretch[]): Stretch[] {
  const from = Math.min(stretches[0]?.from ?? 0, MIDDAY - 60);
  const to = Math.max(stretches.at(-1)?.to ?? DAY_MINUTES, MIDDAY + 60);
  return [
    { from, to: MIDDAY, weight: 1 / (MIDDAY - from) },
    { from: MIDDAY, to, weight: 1 / (to - MIDDAY) },
  ];
}

/** The half-days that some spans touch, whole. */
export function touchedHalves(spans: readonly Span[], window: Span): Span[] {
  const touched = new Map<number, Span>();
  for (const span of spans) {
    for (let day = Math.floor(span.from / DAY_MINUTES); day * DAY_MINUTES < span.to; day++) {
      const base = day * DAY_MINUTES;
      for (const half of [
        { from: base + window.from, to: base + MIDDAY },
        { from: base + MIDDAY, to: base + window.to },
      ])
        if (span.from < half.to && half.from < span.to) touched.set(half.from, half);
    }
  }
  return [...touched.values()];
}

const columnOf = ({ start }: GridBlock) => Math.floor(start / DAY_MINUTES) * 2 + halfOf(start);

/** The height of a row of cards: as tall as its busiest half-day. */
export function cardsHeight(blocks: readonly GridBlock[]): number {
  const counts = new Map<number, number>();
  for (const block of blocks) counts.set(columnOf(block), (counts.get(columnOf(block)) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  return Math.max(LEAST_ROW, 2 * EDGE + most * (CARD + GAP));
}

/** Stacks the blocks of one row as cards, in the order of the day. `own` is the tint that needs no letters in this row. */
export function layoutCards(
  blocks: readonly GridBlock[],
  scale: Scale,
  own: string | null,
  clock: (minute: number) => string,
  measure: Measure,
): PlacedBlock[] {
  const sorted = [...blocks].sort((a, b) => a.start - b.start || a.end - b.end || (a.key < b.key ? -1 : 1));
  const stacked = new Map<number, number>();
  return sorted.map((block) => {
    const column = columnOf(block);
    const nth = stacked.get(column) ?? 0;
    stacked.set(column, nth + 1);
    const [left, right] = halfEdges(scale, block.start);
    const width = right - left - 2 * GAP;
    const { conflict, changed, wish, locked } = block.state;
    const signs = (conflict || changed || wish ? STRIP : 0) + (conflict || locked ? SIGN : 0);
    const { colour } = block;
    const code = colour && block.kind === 'one' && (colour.tint === null || colour.tint !== own) ? colour.code : '';
    const label = cardLabel({ time: clock(block.start), code, text: block.text, weight: textWeight(block.kind) }, width - signs, measure);
    return {
      block,
      left: left + GAP,
      width,
      top: EDGE + nth * (CARD + GAP),
      height: CARD,
      label,
      travelLeft: left,
      travelWidth: 0,
      name: accessibleName(block, label),
    };
  });
}

/** Where the half-day of a minute begins and ends on the track, in pixels. */
export function halfEdges(scale: Scale, minute: number): [left: number, right: number] {
  const day = Math.floor(minute / DAY_MINUTES);
  const { left, width } = scale.days[day] ?? { left: 0, width: scale.width };
  const middle = left + scale.inside(day, MIDDAY);
  return halfOf(minute) === 0 ? [left, middle] : [middle, left + width];
}

/**
 * The start of something let go over a half-day: its own hour where that is free, else the nearest one that is, in that half of the day
 * before the other. While nothing is known of the row its own hour stands.
 */
export function nearestStart(starts: ReadonlySet<number> | null, pointed: number, own: number | null): number {
  const day = Math.floor(pointed / DAY_MINUTES) * DAY_MINUTES;
  const half = halfOf(pointed);
  const wanted = day + (own !== null && halfOf(own) === half ? own % DAY_MINUTES : FIRST_HOUR[half]);
  const inDay = [...(starts ?? [])].filter((start) => start >= day && start < day + DAY_MINUTES);
  const inHalf = inDay.filter((start) => halfOf(start) === half);
  const near = (best: number, start: number) => (Math.abs(start - wanted) < Math.abs(best - wanted) ? start : best);
  const [first, ...others] = inHalf.length > 0 ? inHalf : inDay;
  return first === undefined ? wanted : others.reduce(near, first);
}
