import type { Minute, Slot, SlotDay } from '$api/wire';

/** Neighbouring quarters of an hour with the same number of free people. Columns are counted in quarters from the first hour shown. */
export interface Stretch {
  column: number;
  quarters: number;
  count: number;
  /** 0 to 5: how much of what is needed is there. 5 only when nobody is missing. */
  level: number;
}

export const quarter = 15;
const fullLevel = 5;

/** Quarters in a row that have the same number. */
export function stretches(day: SlotDay, needed: number, from: Minute): Stretch[] {
  const result: Stretch[] = [];
  for (const [index, count] of day.free.entries()) {
    const column = (day.from - from) / quarter + index;
    const last = result.at(-1);
    if (last && last.count === count) last.quarters++;
    else result.push({ column, quarters: 1, count, level: levelOf(count, needed) });
  }
  return result;
}

/** How full a stretch is painted. Only everybody is the full colour; nobody is none. */
export function levelOf(count: number, needed: number): number {
  if (count >= needed) return fullLevel;
  return Math.min(fullLevel - 1, Math.ceil((count / needed) * (fullLevel - 1)));
}

/** The hours shown for all days alike: from the earliest to the latest. */
export function hoursShown(days: readonly SlotDay[]): { from: Minute; to: Minute } {
  if (days.length === 0) return { from: 480, to: 1110 };
  return { from: Math.min(...days.map((day) => day.from)), to: Math.max(...days.map((day) => day.to)) };
}

/** The stretches of a day at which nobody needed is missing, in minutes of the day. */
export function allFree(day: SlotDay, needed: number): { from: Minute; to: Minute }[] {
  return stretches(day, needed, day.from)
    .filter((stretch) => stretch.count >= needed)
    .map(({ column, quarters }) => ({ from: day.from + column * quarter, to: day.from + (column + quarters) * quarter }));
}

/** The slot that begins nearest to a minute of a day, or none when the day has none. */
export function nearestSlot(slots: readonly Slot[], date: string, minute: Minute): number | null {
  let best: number | null = null;
  const distance = (index: number) => Math.abs((slots[index]?.start ?? Infinity) - minute);
  for (const [index, slot] of slots.entries()) {
    if (slot.date === date && (best === null || distance(index) < distance(best))) best = index;
  }
  return best;
}
