import type { Scale } from './geometry';
import { DAY_MINUTES, type GridDay, type GridRow, type Span } from './model';

/** The grounds of a cell as one background: grey where nobody works, paler over lunch, nothing where there is free time. */
export function offHours(row: GridRow, day: GridDay, scale: Scale): string {
  const width = scale.days[day.index]?.width ?? 0;
  const at = (minute: number) => `${scale.inside(day.index, minute).toFixed(1)}px`;
  if (day.closed !== null) return 'linear-gradient(var(--off) 0 0)';
  const open = openSpans(row.available, day.index, scale.window);
  const layers: string[] = [];
  for (const { from, to } of openSpans(row.lunches, day.index, scale.window))
    layers.push(`linear-gradient(90deg, transparent ${at(from)}, var(--lunch) ${at(from)} ${at(to)}, transparent ${at(to)})`);
  const stops: string[] = [];
  let edge = '0px';
  for (const span of open) {
    stops.push(`var(--off) ${edge} ${at(span.from)}`, `transparent ${at(span.from)} ${at(span.to)}`);
    edge = at(span.to);
  }
  stops.push(`var(--off) ${edge} ${width.toFixed(1)}px`);
  layers.push(`linear-gradient(90deg, ${stops.join(', ')})`);
  return layers.join(', ');
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
