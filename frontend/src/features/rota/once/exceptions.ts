import type { Activity, Id, Operation, Rota } from '$api/wire';

/** Whether a week may have one more of an activity: not of what was agreed with others, nor of somebody's protected time. */
export const mayCopy = (activity: Activity, rota: Rota): boolean =>
  !activity.fixed && activity.kind !== 'protected' && !rota.summary.ordinary;

/** Takes what was added for this week only away for good. */
export const removal = (activity: Id): Operation => ({ kind: 'remove', activity, occurrence: 0 });
