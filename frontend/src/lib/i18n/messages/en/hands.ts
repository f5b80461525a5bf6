import { englishCount } from '../../plural';
import type { hands as french } from '../fr/hands';

export const hands: typeof french = {
  elsewhere: {
    by: (who, what) => `${who} has changed this draft: ${what}.`,
    inAnotherWindow: (what) => `You have changed this draft in another window: ${what}.`,
    bySomebody: (what) => `This draft has changed: ${what}.`,
    and: (what, others) => `${what} and ${englishCount(others, 'other', 'others')}`,
    otherwise: 'the records or its history',
    joined: 'Your change is being added to it.',
  },
  steps: {
    overtaken: (what) => `${what}: changed since by somebody else. Your step is not undone.`,
    before: 'Undo the step before',
  },
  points: {
    title: 'Restore points',
    lead: 'The draft as it was, under a name. Returning to it is a step that can be undone like any other.',
    name: 'Name',
    hint: 'For example “before the team meeting”.',
    required: 'Write a name to find this point again.',
    keep: 'Keep this point',
    kept: (name) => `Restore point “${name}” kept.`,
    none: 'No restore point in this draft.',
    detail: (when, author) => (author ? `${when}, ${author}` : when),
    differs: (changes) => (changes === 0 ? 'like the draft now' : `${englishCount(changes, 'session', 'sessions')} different`),
    return: 'Return to it',
    returnTo: (name) => `Return to “${name}”`,
    returned: (name) => `The draft is back at “${name}”.`,
    drop: (name) => `Remove “${name}”`,
    failed: 'The restore points could not be read.',
  },
};
