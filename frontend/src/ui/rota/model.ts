/** Minutes are counted from 00:00 of the first day of the grid; day d is [1440 d, 1440 (d + 1)). */
export const DAY_MINUTES = 1440;

/** A half-open span of minutes. */
export interface Span {
  from: number;
  to: number;
}

/** One day across the grid. */
export interface GridDay {
  index: number;
  /** « lundi 23 » */
  name: string;
  /** « lun. 23 » */
  short: string;
  /** A short remark under the name, « 29 présents, 2 absents ». */
  note: string;
  /** Why the house is closed that day, or null. */
  closed: string | null;
  /** On the first day of each of several weeks: « S48 ». */
  week?: string;
}

/** A line that announces the rows below it. */
export interface GridGroup {
  id: string;
  code: string;
  /** The tint the code wears, or null. */
  tint: string | null;
  name: string;
  note: string;
}

/** A stretch of a row on which nothing can be planned, with its word. */
export interface GridBand extends Span {
  word: string;
}

/** One row of the grid, a person as a rule. */
export interface GridRow {
  id: string;
  group: string;
  name: string;
  detail: string;
  planned: number;
  /** Minutes of the contract; 0 hides the comparison. */
  contract: number;
  available: Span[];
  /** Where lunch fits on each day, if anywhere. */
  lunches: Span[];
  absences: GridBand[];
  /** A sentence for readers who do not see the bar. */
  summary: string;
}

/** How a block is drawn; the grammar is one kind, one look. */
export type BlockKind = 'one' | 'group' | 'meet' | 'duty' | 'prep';

/** What a block may say, longest first. Text leaves before it is cut. */
export interface BlockText {
  /** Whole name, then shorter whole forms, such as initials. */
  forms: string[];
  /** What may follow the whole name, longest first: activity and place, place. */
  extras: string[];
}

/** What a ground says: the letters of a group of blocks, and which of the tints they wear. */
export interface BlockColour {
  code: string;
  /** null wears the plain ground: there are more groups than tints. */
  tint: string | null;
}

/** The signs a block may wear. */
export interface BlockState {
  changed: boolean;
  conflict: boolean;
  wish: boolean;
  locked: boolean;
  held: boolean;
}

/** One block of a row. A meeting of three people is three blocks that share `ref`. */
export interface GridBlock {
  /** Unique in the grid. */
  key: string;
  /** The same for all blocks of one occurrence. */
  ref: string;
  row: string;
  start: number;
  end: number;
  kind: BlockKind;
  colour: BlockColour | null;
  text: BlockText;
  state: BlockState;
  /** Minutes of travel that lead to it. */
  travel: number;
  /** Who it is about; selecting a block keeps those of the same people lit. */
  about: string[];
  /** The rest of the accessible name, after what the block shows. */
  description: string;
  movable: boolean;
  /** Whether its end may be moved too. */
  stretches: boolean;
}

/** Everything the grid draws. */
export interface GridModel {
  days: GridDay[];
  groups: GridGroup[];
  rows: GridRow[];
  blocks: GridBlock[];
  /** What waits to stand in a row, in a column of its own before the days; null: rows have no such column. */
  waiting: GridBlock[] | null;
  /** What is moved snaps to its multiples. */
  step: number;
  /** With Alt it snaps to multiples of this: a part of the step. */
  fine: number;
  /** Whether much may stand in a row at once: such rows grow with what stands in them. */
  gathered: boolean;
}

/** What a model draws, planned and waiting. */
export function everyBlock({ blocks, waiting }: GridModel): GridBlock[] {
  return waiting === null ? blocks : [...blocks, ...waiting];
}

/** A place in the grid something can be dropped on. */
export interface Target {
  row: string;
  start: number;
  /** How many minutes it is long there, where that is what changes. */
  length?: number;
  /** The `ref` of what stands there already and takes it in. */
  into?: string;
}

/** The stated blocks' neutral state. */
export const plainState: BlockState = {
  changed: false,
  conflict: false,
  wish: false,
  locked: false,
  held: false,
};
