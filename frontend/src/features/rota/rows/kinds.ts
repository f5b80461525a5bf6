import type { Activity, Id, Occurrence, Rota, Week } from '$api/wire';
import type { KnownHouse } from '$lib/house';
import type { GridBlock, GridGroup, GridRow } from '$ui/rota/model';
import type { Colouring } from '../colours';
import { childRows } from './children';
import { placeRows, roomRows } from './places';
import { professionalRows } from './professionals';
import { teamRows } from './teams';

/** What the rows of the grid may be, as the switch offers them. */
export const rowKinds = ['professionals', 'children', 'rooms', 'places', 'teams'] as const;

/** What each row of the grid stands for. */
export type RowKind = (typeof rowKinds)[number];

/** What rows are made from. */
export interface RowSource {
  rota: Rota;
  house: KnownHouse;
  week: Week;
  /** Only what this team does; null shows everything. */
  team: Id | null;
  activities: ReadonlyMap<Id, Activity>;
  /** What the grounds of the blocks say. */
  colours: Colouring;
}

/** The rows of one kind, and which of them an occurrence stands in. */
export interface RowPlan {
  groups: GridGroup[];
  /** Whether a row gathers what several people do, so that much may stand there at once. */
  gathered: boolean;
  /** The rows an occurrence has a block in; rows that are not shown may be among them. */
  rowsOf: (occurrence: Occurrence, activity: Activity) => Id[];
  /** The rows, each made with the blocks that stand in it. */
  rows: (blocksOf: (row: Id) => GridBlock[]) => GridRow[];
  ids: ReadonlySet<Id>;
  /** What waits to stand in the rows; null where rows do not say whose it is. */
  waiting: GridBlock[] | null;
}

const plans: Record<RowKind, (source: RowSource) => RowPlan> = {
  professionals: professionalRows,
  children: childRows,
  rooms: roomRows,
  places: placeRows,
  teams: teamRows,
};

/** The rows of a kind; everything that depends on the kind of row is behind it. */
export function planRows(kind: RowKind, source: RowSource): RowPlan {
  return plans[kind](source);
}
