import type { Child, Id } from '$api/wire';
import { duration } from '$lib/datetime';
import { rota as texts } from '$lib/i18n/rota';
import type { GridGroup, GridRow, Span } from '$ui/rota/model';
import { groupBy } from '$ui/rota/reconcile';
import type { Colouring } from '../colours';
import type { RowPlan, RowSource } from './kinds';
import { openHours } from './shared';
import { standsIn } from './standing';
import { waitingBlocks } from './waiting';

/** A row for every child, under the modalities: what is planned of what is needed, and what waits in the tray. */
export function childRows(source: RowSource): RowPlan {
  const { rota, house, week, team, activities, colours } = source;
  const modalities = team === null ? [] : (house.team.get(team)?.modalities ?? []);
  const shown = house.children.filter((child) => modalities.length === 0 || modalities.includes(child.modality));
  const available = openHours(week, rota);
  const ids = new Set<Id>(shown.map((child) => child.id));
  const waiting = groupBy(
    rota.unplanned.flatMap((ref) => (activities.get(ref.activity)?.children ?? []).map((child) => ({ child, ref }))),
    ({ child }) => child,
  );
  return {
    groups: modalityLines(house.modalities, shown, colours),
    gathered: false,
    rowsOf: (occurrence, activity) => standsIn.children(occurrence, activity, house),
    rows: (blocksOf) =>
      shown.map((child) => {
        const planned = blocksOf(child.id).reduce((sum, block) => sum + block.end - block.start, 0);
        const wait = waiting.get(child.id) ?? [];
        const missing = wait.reduce((sum, { ref }) => sum + (activities.get(ref.activity)?.duration ?? 0), 0);
        return rowOf(child, { planned, wanted: planned + missing, waiting: wait.length }, available);
      }),
    ids,
    waiting: waitingBlocks(source, ids),
  };
}

function modalityLines(modalities: RowSource['house']['modalities'], shown: readonly Child[], colours: Colouring): GridGroup[] {
  const sizes = groupBy(shown, (child) => child.modality);
  return modalities.map(({ code, name }) => ({
    id: code,
    code,
    tint: colours === 'modalities' ? code : null,
    name,
    note: texts().grid.children(sizes.get(code)?.length ?? 0),
  }));
}

function rowOf(
  child: Child,
  { planned, wanted, waiting }: { planned: number; wanted: number; waiting: number },
  available: Span[],
): GridRow {
  const words = texts().rows;
  return {
    id: child.id,
    group: child.modality,
    name: child.name,
    detail: waiting > 0 ? texts().tools.toPlan(waiting) : words.allPlanned,
    planned,
    contract: wanted,
    available,
    lunches: [],
    absences: [],
    summary: words.needs(duration(planned), duration(wanted), waiting),
  };
}
