import type { Id } from '$api/wire';
import { duration } from '$lib/datetime';
import { rota as texts } from '$lib/i18n/rota';
import type { GridRow } from '$ui/rota/model';
import { groupBy } from '$ui/rota/reconcile';
import type { RowPlan, RowSource } from './kinds';
import { openHours } from './shared';
import { standsIn } from './standing';

/** A row for every team: all that its people do, against the sum of their contracts. */
export function teamRows({ rota, house, week, team }: RowSource): RowPlan {
  const shown = [...house.teams].sort((a, b) => a.position - b.position).filter(({ id }) => team === null || id === team);
  const members = groupBy(house.professionals, (person) => person.main_team);
  const weeks = new Map(rota.people.map((person) => [person.professional, person]));
  const available = openHours(week, rota);
  const words = texts();
  return {
    groups: [],
    gathered: true,
    rowsOf: (occurrence, activity) => standsIn.teams(occurrence, activity, house),
    rows: () =>
      shown.map(({ id, name }): GridRow => {
        const people = members.get(id) ?? [];
        const sum = (part: 'planned_minutes' | 'contract_minutes') =>
          people.reduce((all, one) => all + (weeks.get(one.id)?.[part] ?? 0), 0);
        const [planned, contract] = [sum('planned_minutes'), sum('contract_minutes')];
        const over = planned > contract && contract > 0 ? duration(planned - contract) : null;
        const summary = words.grid.summary(duration(planned), duration(contract), over);
        return {
          id,
          group: '',
          name,
          detail: words.grid.team(people.length),
          planned,
          contract,
          available,
          lunches: [],
          absences: [],
          summary,
        };
      }),
    ids: new Set<Id>(shown.map(({ id }) => id)),
    waiting: null,
  };
}
