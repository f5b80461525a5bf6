import { clock, duration, minuteOfDay } from '$lib/datetime';
import { rota as texts } from '$lib/i18n/rota';
import type { GridTexts } from '$ui/rota/texts';
import type { RowKind } from './rows/kinds';

/** The words of a grid that shows a week under a name, with rows of a kind. */
export function gridTexts(name: string, rows: RowKind = 'professionals'): GridTexts {
  const { head, hours, hoursShort } = texts().rows.kinds[rows];
  return {
    name,
    rowHead: head,
    hoursHead: hours,
    hoursHeadShort: hoursShort,
    waitingHead: texts().rows.waitingHead,
    halves: texts().grid.halves,
    lunch: texts().grid.lunch,
    possible: texts().grid.possible,
    widen: (day) => texts().grid.widen(day.name),
    narrow: (day) => texts().grid.narrow(day.name),
    clock,
    hourTick: (minute, isWide) => texts().grid.hourTick(minuteOfDay(minute) / 60, isWide),
    hours: (minutes) => (minutes === 0 ? texts().grid.noHours : duration(minutes)),
    over: (minutes) => texts().grid.over(duration(minutes)),
  };
}
