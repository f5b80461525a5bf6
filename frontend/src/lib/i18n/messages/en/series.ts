import { englishCount, englishForm } from '../../plural';
import type { series as french } from '../fr/series';

export const series: typeof french = {
  title: 'Do the same in other weeks',
  open: 'Do the same in other weeks…',
  off: 'Otherwise than in the ordinary week.',
  offWaiting: 'The ordinary week has it planned.',
  scope: 'This change holds in',
  scopes: { week: 'This week only', from: 'From this week on', all: 'All coming weeks' },
  which: 'Which weeks change?',
  ordinary: 'Ordinary week',
  thisWeek: 'This week',
  unplanned: 'not planned',
  same: 'The ordinary week has it so already. There is nothing to do.',
  follow: (count, from, to) => `${englishCount(count, 'week changes', 'weeks change')}, from ${from} to ${to}`,
  proposed: (count, all) =>
    count === all
      ? `${englishCount(count, 'week already worked on gets', 'weeks already worked on get')} a proposal`
      : `${count} already worked on ${englishForm(count, 'gets', 'get')} a proposal`,
  published: (count) => `${count} already published ${englishForm(count, 'stays as it is', 'stay as they are')}`,
  none: 'None of the weeks already made changes',
  separator: '; ',
  later: 'Later weeks will be made so.',
  created: (name, day) => `A new ordinary week “${name}” holds from ${day} on. The present one keeps the weeks before.`,
  inDraft: (draft, name) =>
    `Somebody is working on draft ${draft} of “${name}”: the change goes into it. The weeks follow when that draft is published.`,
  waits: (name) => `The change waits in a draft of “${name}”. The weeks follow when that draft is published.`,
  broken: 'In the ordinary week this does not fit yet:',
  impossible: 'In the ordinary week this is not possible:',
  impossibleHelp: 'Make room in the ordinary week first, then try again.',
  submit: 'Change the ordinary week',
  done: (name, version) => `“${name}” changed, version ${version}. The other weeks follow.`,
  drafted: (name, draft) => `Put into draft ${draft} of “${name}”. Publish it for the weeks to follow.`,
  openDraft: 'Open this draft',
  openTemplate: 'Open the ordinary week',
  undo: 'Undo',
  undone: 'The ordinary week is as it was before.',
};
