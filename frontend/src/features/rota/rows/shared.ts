import type { Occurrence, Rota, Week } from '$api/wire';
import { duration, minutesPerDay } from '$lib/datetime';
import { rota as texts } from '$lib/i18n/rota';
import { CORE } from '$ui/rota/geometry';
import type { GridBlock, GridRow, Span } from '$ui/rota/model';
import type { RowSource } from './kinds';

/** The hours a row without hours of its own shows as free: those of the house, within the hours every week shows. */
export function openHours(week: Week, rota: Rota): Span[] {
  return week.days.slice(0, rota.days).flatMap((day, index) => {
    const [from, to] = [Math.max(day.open_from, CORE.from), Math.min(day.open_to, CORE.to)];
    return day.closed === null && from < to ? [{ from: index * minutesPerDay + from, to: index * minutesPerDay + to }] : [];
  });
}

/** A row without a contract, meals or absences: how long it is taken, and the hours of the house. */
export function plainRow(
  { id, group, name, detail }: Pick<GridRow, 'id' | 'group' | 'name' | 'detail'>,
  blocks: readonly GridBlock[],
  available: Span[],
): GridRow {
  const planned = blocks.reduce((sum, block) => sum + block.end - block.start, 0);
  const summary = [detail, texts().rows.taken(duration(planned))].filter(Boolean).join(', ');
  return { id, group, name, detail, planned, contract: 0, available, lunches: [], absences: [], summary };
}

/** Whether somebody of the shown team takes part. */
export function ofTeam({ house, team }: RowSource): (occurrence: Occurrence) => boolean {
  if (team === null) return () => true;
  return ({ staff, attendees }) =>
    [...staff, ...attendees].some((id) => {
      const person = house.professional.get(id);
      return person !== undefined && (person.main_team === team || person.teams.includes(team));
    });
}
