import type { KeptRecord, Kind } from '$api/records';
import type { Week } from '$api/wire';

/** The steps from an empty house to a first rota, in their order. */
export const steps = ['house', 'people', 'children', 'template', 'rota'] as const;
export type Step = (typeof steps)[number];

/** How many records of each kind there are, as the steps count them. */
export type Counts = Record<'places' | 'teams' | 'people' | 'children' | 'needs' | 'meetings' | 'duties', number>;

/** Which list each count is of. */
export const counted = {
  places: 'place',
  teams: 'team',
  people: 'professional',
  children: 'child',
  needs: 'need',
  meetings: 'recurring_meeting',
  duties: 'duty',
} as const satisfies Record<keyof Counts, Kind>;

export function countAll(list: (kind: Kind) => readonly KeptRecord[] | undefined): Counts {
  return Object.fromEntries(Object.entries(counted).map(([key, kind]) => [key, list(kind)?.length ?? 0])) as Counts;
}

/** The steps that are done: each by what is in the house, not by what was pressed. */
export function doneSteps(counts: Counts, week: Pick<Week, 'drafts' | 'published'>): Set<Step> {
  const done: Record<Step, boolean> = {
    house: counts.places > 0,
    people: counts.teams > 0 && counts.people > 0,
    children: counts.children > 0 && counts.needs > 0,
    template: counts.meetings + counts.duties > 0,
    rota: week.drafts.length > 0 || week.published !== null,
  };
  return new Set(steps.filter((step) => done[step]));
}

/** The first step that is not done; null when all are. */
export function nextStep(done: ReadonlySet<Step>): Step | null {
  return steps.find((step) => !done.has(step)) ?? null;
}
