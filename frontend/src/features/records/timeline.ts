import { addDays, daysBetween, type CivilDate } from '$lib/datetime';

/** A year of a child's path, drawn as bars over its months. */
export interface Range {
  from: CivilDate;
  /** The first day after it. */
  to: CivilDate;
}

export interface Bar {
  label: string;
  /** Code of a modality, for its ground and selvedge; none for what belongs to no modality. */
  modality?: string;
  from: CivilDate;
  /** Last day, included; null goes on. */
  to: CivilDate | null;
  /** Not begun yet. */
  coming: boolean;
}

/** A bar with where it stands, in percent of the range. */
export interface PlacedBar extends Bar {
  left: number;
  width: number;
}

/** The school year a day belongs to: from 1 September to 31 August, as the notifications of the MDPH run. */
export function schoolYearOf(date: CivilDate): Range {
  const year = Number(date.slice(0, 4)) - (date.slice(5) < '09-01' ? 1 : 0);
  return { from: `${year}-09-01`, to: `${year + 1}-09-01` };
}

/** The first days of the months of a range, with where each stands. */
export function monthsOf({ from, to }: Range): { date: CivilDate; left: number }[] {
  const months: { date: CivilDate; left: number }[] = [];
  for (let date = from; date < to; date = nextMonth(date)) months.push({ date, left: share({ from, to }, date) });
  return months;
}

/** How far into a range a day is, in percent. */
export function share({ from, to }: Range, date: CivilDate): number {
  return Math.max(0, Math.min(100, (daysBetween(from, date) / daysBetween(from, to)) * 100));
}

/** Bars in lines: each in the first line where it overlaps nothing. Bars outside the range leave. */
export function linesOf(bars: readonly Bar[], range: Range): PlacedBar[][] {
  const lines: PlacedBar[][] = [];
  for (const bar of [...bars].sort((a, b) => a.from.localeCompare(b.from))) {
    const end = bar.to === null ? range.to : addDays(bar.to, 1);
    if (bar.from >= range.to || end <= range.from) continue;
    const [left, right] = [share(range, bar.from), share(range, end)];
    const placed = { ...bar, left, width: right - left };
    const line = lines.find((one) => one.every((other) => other.left + other.width <= left + 0.01));
    if (line) line.push(placed);
    else lines.push([placed]);
  }
  return lines;
}

function nextMonth(date: CivilDate): CivilDate {
  const [year, month] = date.split('-').map(Number) as [number, number];
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}
