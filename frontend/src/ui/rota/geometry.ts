import { DAY_MINUTES, type Span } from './model';

/** A stretch of the day and how wide one of its minutes is, compared with the others. */
export interface Stretch extends Span {
  weight: number;
}

/** The weight of a widened day against 1 for the others. */
export const WIDE_DAY = 6;

/** The hours every week shows, even when nobody works in them. */
export const CORE: Span = { from: 480, to: 1110 };

const EVENING_WEIGHT = 0.2;

/** The hours a grid shows: the core hours, and what lies before and after them at a smaller scale. */
export function dayStretches(spans: Iterable<Span>): Stretch[] {
  let from = CORE.from;
  let to = CORE.to;
  for (const span of spans) {
    const day = Math.floor(span.from / DAY_MINUTES) * DAY_MINUTES;
    from = Math.min(from, span.from - day);
    to = Math.max(to, Math.min(span.to - day, DAY_MINUTES));
  }
  from = Math.floor(from / 30) * 30;
  to = Math.ceil(to / 30) * 30;
  const stretches: Stretch[] = [];
  if (from < CORE.from) stretches.push({ from, to: CORE.from, weight: EVENING_WEIGHT });
  stretches.push({ ...CORE, weight: 1 });
  if (to > CORE.to) stretches.push({ from: CORE.to, to, weight: EVENING_WEIGHT });
  return stretches;
}

/** Weights of the days: all alike, or one of them widened. */
export function dayWeights(days: number, wide: number | null): number[] {
  return Array.from({ length: days }, (_, day) => (day === wide ? WIDE_DAY : 1));
}

/** Where one day stands on the track, in pixels. */
export interface DayBox {
  left: number;
  width: number;
}

/** Maps minutes to pixels and back. Pixels are counted from the end of the row heads. */
export interface Scale {
  readonly days: DayBox[];
  /** The part of each day that is shown, in minutes of the day. */
  readonly window: Span;
  readonly width: number;
  /** The pixel of a minute; minutes that are not shown stand at the nearest edge of their day. */
  x(minute: number): number;
  /** The pixel of a minute of the day, from the left of that day. */
  inside(day: number, minuteOfDay: number): number;
  /** The minute under a pixel, always inside what is shown. */
  minute(x: number): number;
  dayAt(x: number): number;
}

/** Builds a scale. `stretches` follow each other without a hole. */
export function createScale(width: number, weights: number[], stretches: Stretch[]): Scale {
  const first = stretches[0];
  const last = stretches.at(-1);
  if (!first || !last || weights.length === 0) throw new RangeError('a scale needs days and hours');
  const window: Span = { from: first.from, to: last.to };
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const days: DayBox[] = [];
  let left = 0;
  for (const weight of weights) {
    const dayWidth = (width * weight) / total;
    days.push({ left, width: dayWidth });
    left += dayWidth;
  }
  const units = stretches.reduce((sum, part) => sum + (part.to - part.from) * part.weight, 0);

  const share = (minuteOfDay: number): number => {
    let sum = 0;
    for (const part of stretches) {
      if (minuteOfDay <= part.from) break;
      sum += (Math.min(minuteOfDay, part.to) - part.from) * part.weight;
    }
    return sum / units;
  };
  const minuteOfShare = (value: number): number => {
    let rest = value * units;
    for (const part of stretches) {
      const size = (part.to - part.from) * part.weight;
      if (rest <= size) return part.from + rest / part.weight;
      rest -= size;
    }
    return window.to;
  };
  const box = (day: number): DayBox => days[Math.max(0, Math.min(day, days.length - 1))] ?? { left: 0, width };
  const dayAt = (x: number): number => {
    for (let day = days.length - 1; day > 0; day--) if (x >= box(day).left) return day;
    return 0;
  };

  return {
    days,
    window,
    width,
    inside: (day, minuteOfDay) => share(minuteOfDay) * box(day).width,
    x(minute) {
      const day = Math.max(0, Math.min(Math.floor(minute / DAY_MINUTES), days.length - 1));
      return box(day).left + share(minute - day * DAY_MINUTES) * box(day).width;
    },
    minute(x) {
      const day = dayAt(x);
      const value = Math.max(0, Math.min(1, (x - box(day).left) / box(day).width));
      return day * DAY_MINUTES + minuteOfShare(value);
    },
    dayAt,
  };
}

/** The nearest start on the grid at which `duration` minutes stay inside what is shown of the day of `minute`. */
export function snapStart(minute: number, duration: number, step: number, window: Span): number {
  const day = Math.floor(minute / DAY_MINUTES);
  const latest = Math.max(window.from, Math.floor((window.to - duration) / step) * step);
  const earliest = Math.ceil(window.from / step) * step;
  const start = Math.round((minute - day * DAY_MINUTES) / step) * step;
  return day * DAY_MINUTES + Math.max(earliest, Math.min(start, latest));
}

/** How long something is whose end stands at `end`: at least `least`, and within what is shown of its day. */
export function stretchedTo(start: number, end: number, least: number, window: Span): number {
  const day = Math.floor(start / DAY_MINUTES) * DAY_MINUTES;
  return Math.max(least, Math.min(end, day + window.to) - start);
}

/** The hours written under a day's name: every other hour, every fourth in a narrow day, all in a wide one. */
export function hourTicks(scale: Scale, day: number): number[] {
  const width = scale.days[day]?.width ?? 0;
  const every = width > 500 ? 1 : width < 150 ? 4 : 2;
  const ticks: number[] = [];
  let previous = -Infinity;
  for (let hour = 1; hour < 24; hour++) {
    const minute = hour * 60;
    if (minute <= scale.window.from || minute >= scale.window.to) continue;
    if ((hour - 9) % every !== 0) continue;
    const x = scale.inside(day, minute);
    if (x - previous < 18 || x < 8 || x > width - 10) continue;
    ticks.push(minute);
    previous = x;
  }
  return ticks;
}
