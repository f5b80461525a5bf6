import type { Id, PersonWeek, Professional } from '$api/wire';
import { duration, minutesPerDay } from '$lib/datetime';
import { common } from '$lib/i18n/common';
import { rota as texts } from '$lib/i18n/rota';
import type { GridBlock, GridGroup, GridRow, Span } from '$ui/rota/model';
import { groupBy } from '$ui/rota/reconcile';
import { onlyModality, teamTint, type Colouring } from '../colours';
import type { RowPlan, RowSource } from './kinds';
import { standsIn } from './standing';

/** A row for everybody of the house, under the teams. */
export function professionalRows({ rota, house, team, colours }: RowSource): RowPlan {
  const people = new Map<Id, PersonWeek>(rota.people.map((person) => [person.professional, person]));
  const shown = house.professionals.filter((one) => team === null || one.teams.includes(team) || one.main_team === team);
  return {
    groups: teamLines(house, shown, colours),
    gathered: false,
    rowsOf: (occurrence, activity) => standsIn.professionals(occurrence, activity, house),
    rows: (blocksOf) => shown.map((one) => rowOf(one, people.get(one.id), blocksOf(one.id), rota.days)),
    ids: new Set(shown.map((one) => one.id)),
    waiting: null,
  };
}

function teamLines(house: RowSource['house'], shown: Professional[], colours: Colouring): GridGroup[] {
  const sizes = groupBy(shown, (one) => one.main_team);
  return [...house.teams]
    .sort((a, b) => a.position - b.position)
    .map((team) => ({
      id: team.id,
      code: team.code,
      tint: colours === 'teams' ? teamTint(house, team.id) : onlyModality(team),
      name: team.name,
      note: texts().grid.team(sizes.get(team.id)?.length ?? 0),
    }));
}

function rowOf(professional: Professional, person: PersonWeek | undefined, blocks: GridBlock[], days: number): GridRow {
  const planned = person?.planned_minutes ?? 0;
  const contract = person?.contract_minutes ?? 0;
  const available = (person?.available ?? []).map(([from, to]) => ({ from, to }));
  const over = planned > contract && contract > 0 ? duration(planned - contract) : null;
  return {
    id: professional.id,
    group: professional.main_team,
    name: professional.name,
    detail: professional.job_title,
    planned,
    contract,
    available,
    lunches: lunchesOf(professional.lunch, available, blocks, days),
    absences: (person?.absences ?? []).map(({ from, to, kind }) => ({ from, to, word: common().absences[kind] })),
    summary: texts().grid.summary(duration(planned), duration(contract), over),
  };
}

const NOON = 720;

/** Where the meal break still fits on each day, as near to noon as the day allows. */
export function lunchesOf(
  lunch: Professional['lunch'],
  available: readonly Span[],
  blocks: readonly { start: number; end: number; travel: number }[],
  days: number,
): Span[] {
  if (!lunch) return [];
  const found: Span[] = [];
  for (let day = 0; day < days; day++) {
    const base = day * minutesPerDay;
    const worked = available.some((span) => span.from <= base + lunch.from && span.to >= base + lunch.from + lunch.minutes);
    if (!worked) continue;
    const busy = blocks
      .filter((block) => block.end > base + lunch.from && block.start - block.travel < base + lunch.to)
      .sort((a, b) => a.start - b.start);
    const gap = widestGap(busy, { from: base + lunch.from, to: base + lunch.to });
    if (gap.to - gap.from < lunch.minutes) continue;
    const from = Math.max(gap.from, Math.min(base + NOON, gap.to - lunch.minutes));
    found.push({ from, to: from + lunch.minutes });
  }
  return found;
}

function widestGap(busy: readonly { start: number; end: number; travel: number }[], span: Span): Span {
  let best: Span = { from: span.from, to: span.from };
  let free = span.from;
  for (const block of [...busy, { start: span.to, end: span.to, travel: 0 }]) {
    const to = Math.min(span.to, block.start - block.travel);
    if (to - free > best.to - best.from) best = { from: free, to };
    free = Math.max(free, block.end);
  }
  return best;
}
