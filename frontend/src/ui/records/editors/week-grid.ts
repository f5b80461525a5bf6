import { erase, paint, spanAt, type WeekSpans } from '$lib/entry/spans';

/** A half hour of a day in the grid. */
export interface Cell {
  day: number;
  from: number;
}

export const cellMinutes = 30;

/** What is drawn in one stroke: from one half hour to another, over all days between, adding hours or taking them away. */
export interface Stroke {
  before: WeekSpans;
  start: Cell;
  adding: boolean;
}

/** Begins a stroke: on free time it adds, on time of the same tag it takes away, and another tag gives way. */
export function beginStroke(spans: WeekSpans, start: Cell, tag: string): Stroke {
  const there = spanAt(spans, start.day, start.from);
  return { before: spans, start, adding: there?.tag !== tag };
}

/** The hours with a stroke drawn as far as a cell. */
export function drawStroke({ before, start, adding }: Stroke, end: Cell, tag: string): WeekSpans {
  const [first, last] = [Math.min(start.day, end.day), Math.max(start.day, end.day)];
  const [from, to] = [Math.min(start.from, end.from), Math.max(start.from, end.from) + cellMinutes];
  let spans = before;
  for (let day = first; day <= last; day++) spans = adding ? paint(spans, day, from, to, tag) : erase(spans, day, from, to);
  return spans;
}

/** The hours a grid shows: an ordinary day, and more where there is more. */
export function hoursShown(spans: WeekSpans): { from: number; to: number } {
  const from = Math.min(7 * 60, ...spans.map((span) => Math.floor(span.from / 60) * 60));
  const to = Math.max(19 * 60, ...spans.map((span) => Math.ceil(span.to / 60) * 60));
  return { from, to };
}

/** How far a cell is filled, in percent from its left edge; null for nothing. */
export function fillOf(spans: WeekSpans, { day, from }: Cell): { tag: string; left: number; right: number; first: boolean } | null {
  const span = spans.find((one) => one.day === day && one.from < from + cellMinutes && one.to > from);
  if (!span) return null;
  const percent = (minute: number) => (Math.max(0, Math.min(cellMinutes, minute - from)) / cellMinutes) * 100;
  return { tag: span.tag, left: percent(span.from), right: percent(span.to), first: span.from >= from };
}
