import type { Rota } from '$api/wire';
import { addDays, capitalised, dayLong, hour, weekday } from '$lib/datetime';

/** The hours a form offers: from the earliest to before the latest, in minutes of the day. */
export const EARLIEST = 420;
const LATEST = 1320;
/** The choice of no day: it waits to be planned. */
export const LATER = -1;

interface Choice {
  value: number;
  label: string;
}

/** The days of a rota, to choose from; an ordinary week has no dates. */
export function dayChoices(rota: Rota): Choice[] {
  const name = rota.summary.ordinary ? weekday : dayLong;
  return Array.from({ length: rota.days }, (_, index) => ({ value: index, label: capitalised(name(addDays(rota.first_day, index))) }));
}

/** The hours of a day at a step, and the one chosen now where it stands between two of them; `note` is said after those it has a word for. */
export function hourChoices(step: number, chosen: number, note: (minute: number) => string = () => ''): Choice[] {
  const all = Array.from({ length: Math.ceil((LATEST - EARLIEST) / step) }, (_, index) => EARLIEST + index * step);
  const listed = all.includes(chosen) ? all : [...all, chosen].sort((one, other) => one - other);
  return listed.map((value) => ({ value, label: [hour(value), note(value)].filter(Boolean).join(' · ') }));
}
