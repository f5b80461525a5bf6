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
  shape: {
    open: 'Different this time…',
    title: (what) => `Different this time: ${what}`,
    lead: 'This week only. The other weeks and the record of the need stay as they are.',
    length: 'Length',
    usualLength: (length) => `${length} (as always)`,
    leave: 'Leave the group this time',
    leaveHint: 'Those who leave have a session of their own, which you can plan at once.',
    own: 'Their own session',
    ownLater: 'Later: leave it to plan',
    everybody: 'Leave at least one child in the group.',
    join: 'Join a group',
    joinNone: 'No group',
    submit: 'Change this session',
    done: (what) => `${what}: changed for this week only.`,
    lasts: (now, usual) => `This week, ${now} instead of ${usual}.`,
    joined: (names) => `This week, with ${names}.`,
    left: (names) => `This week, without ${names}.`,
    usual: 'As always',
    usualDone: (what) => `${what}: as always again.`,
  },
};
