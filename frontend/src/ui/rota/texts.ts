import type { GridDay } from './model';

/** Every word the grid says by itself. The grid knows no domain: who uses it brings the words. */
export interface GridTexts {
  /** The accessible name of the grid. */
  name: string;
  rowHead: string;
  hoursHead: string;
  hoursHeadShort: string;
  /** Over the column of what waits to stand in a row. */
  waitingHead: string;
  /** The word in the lunch band of a widened day. */
  lunch: string;
  /** The halves of a day of cards. */
  halves: readonly [string, string];
  /** Written under the name of a row something can be dropped on. */
  possible: string;
  widen: (day: GridDay) => string;
  narrow: (day: GridDay) => string;
  clock: (minute: number) => string;
  hourTick: (minute: number, wide: boolean) => string;
  hours: (minutes: number) => string;
  over: (minutes: number) => string;
}
