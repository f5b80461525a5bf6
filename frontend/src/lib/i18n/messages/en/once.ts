import { englishCount, englishForm } from '../../plural';
import type { once as french } from '../fr/once';

/** What holds for one week only. */
export const once: typeof french = {
  open: 'Copy…',
  title: (what) => `Copy: ${what}`,
  lead: 'Once more, this week only. The other weeks and the record of the need stay as they are.',
  later: 'Later: leave it to plan',
  submit: 'Copy',
  waits: (what) => `${what}: once more to plan, this week only.`,
  added: 'Added for this week only.',
  remove: 'Take out of this week',
  removed: (what) => `${what}: taken out of this week.`,
  lapsed: (count) =>
    `${englishCount(count, 'session', 'sessions')} added for this week ${englishForm(count, 'has', 'have')} gone: the need is no longer asked for.`,
  lapsedRemove: 'Understood',
  lapsedDone: 'Taken out of this week.',
};
