import type { Scale } from './geometry';
import { DAY_MINUTES, type GridDay, type GridRow, type Span } from './model';

/** How the ground of a cell is drawn, in the words of CSS. */
export interface CellGround {
  /** Of all of it; none where there is working time. */
  color: string | null;
  image: string | null;
  position: string | null;
  size: string | null;
}

const AWAY: CellGround = { color: 'var(--off)', image: null, position: null, size: null };

/**
 * The ground of a cell: grey where nobody works, paler over lunch, nothing where there is free time. Each stretch is a piece of its own: one
 * picture with all of them, as large as the cell, takes the browser six times as long to colour.
 */
export function cellGround(row: GridRow, day: GridDay, scale: Scale): CellGround {
  const open = day.closed === null ? openSpans(row.available, day.index, scale.window) : [];
  if (open.length === 0) return AWAY;
  const pieces = openSpans(row.lunches, day.index, scale.window).map((lunch) => ({ ...lunch, color: 'var(--lunch)' }));
  let edge = scale.window.from;
  for (const { from, to } of [...open, { from: scale.window.to, to: scale.window.to }]) {
    if (from > edge) pieces.push({ from: edge, to: from, color: 'var(--off)' });
    edge = to;
  }
  const at = (minute: number) => scale.inside(day.index, minute);
  return {
    color: null,
    image: pieces.map(({ color }) => `linear-gradient(${color} 0 0)`).join(', '),
    position: pieces.map(({ from }) => `${at(from).toFixed(1)}px 0`).join(', '),
    size: pieces.map(({ from, to }) => `${(at(to) - at(from)).toFixed(1)}px 100%`).join(', '),
  };
}

/** The part of some spans that lies in one day, in minutes of the day, in order, cut to what is shown. */
export function openSpans(available: readonly Span[], day: number, window: Span): Span[] {
  const base = day * DAY_MINUTES;
  const cut = available
    .map((span) => ({ from: Math.max(span.from - base, window.from), to: Math.min(span.to - base, window.to) }))
    .filter((span) => span.from < span.to)
    .sort((a, b) => a.from - b.from);
  const merged: Span[] = [];
  for (const span of cut) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push(span);
  }
  return merged;
}
