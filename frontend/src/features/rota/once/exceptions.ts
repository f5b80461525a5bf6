import type { Activity, Id, Occurrence, Operation, Rota } from '$api/wire';
import { activitiesOf } from '../words';

/** Whether a week may have one more of an activity: not of what was agreed with others, nor of somebody's protected time. */
export const mayCopy = (activity: Activity, rota: Rota): boolean =>
  !activity.fixed && activity.kind !== 'protected' && !rota.summary.ordinary;

/** The longest session the form offers; what is longer already stays among the choices. */
const LONGEST = 240;

/** The lengths a session can have this time: in steps of the grid, and the one it has. */
export function lengths(now: number, step: number): number[] {
  const all = Array.from({ length: Math.floor(LONGEST / step) }, (_, index) => (index + 1) * step);
  return all.includes(now) ? all : [...all, now].sort((one, other) => one - other);
}

/** The planned sessions of several children that those of a session could join: none of them is in it. */
export function groupsToJoin(rota: Rota, session: Activity): Occurrence[] {
  if (session.kind !== 'session' || session.children.length === 0) return [];
  const known = activitiesOf(rota);
  return rota.occurrences
    .filter(({ activity, fixed, locked }) => {
      const group = known.get(activity);
      return (
        group?.kind === 'session' &&
        !fixed &&
        !locked &&
        group.children.length > 1 &&
        !group.children.some((child) => session.children.includes(child))
      );
    })
    .sort((one, other) => one.start - other.start);
}

/** Takes what holds in this week only back for good. */
export const removal = (activity: Id): Operation => ({ kind: 'remove', activity, occurrence: 0 });
