import type { Goals, RunRequest } from '$api/runs';
import type { Id, RunScope } from '$api/wire';

export const usualGoals: Goals = { same_faces: 0, few_trips: 0, balanced_days: 0, wished_hours: 0, few_changes: 0 };

/** The goals, in the order of the screen. */
export const goalNames = Object.keys(usualGoals) as (keyof Goals)[];

export const sameGoals = (one: Goals, other: Goals): boolean => goalNames.every((name) => one[name] === other[name]);

/** What somebody asks a proposal for, while they choose. */
export class Asked {
  scope = $state<RunScope>('gaps');
  seconds = $state(60);
  goals = $state.raw<Goals>(usualGoals);
  teams = $state.raw<readonly Id[]>([]);
  people = $state.raw<readonly Id[]>([]);
  /** 0 for Monday; none: every day. */
  days = $state.raw<readonly number[]>([]);

  /** What is sent. Gaps are looked for with everybody: teams and people say only what may move. */
  request(): RunRequest {
    const { scope, seconds, goals, days } = this;
    const whose = scope === 'gaps' ? {} : { teams: [...this.teams], people: [...this.people] };
    return { scope, seconds, goals, days: [...days].sort((a, b) => a - b), ...whose };
  }
}

/** The list with a member, or without it. */
export function toggled<Value>(list: readonly Value[], member: Value): Value[] {
  return list.includes(member) ? list.filter((one) => one !== member) : [...list, member];
}
