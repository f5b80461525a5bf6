import { englishCount } from '../../plural';
import type { publish as french } from '../fr/publish';

export const publish: typeof french = {
  title: 'Conflicts kept anyway',
  lead: (name) => `Each asks for a reason. Signed by: ${name}.`,
  about: (what, when) => (when === null ? what : `${what}, ${when}`),
  kept: (who, when) => (who === null ? `Kept on ${when}.` : `Kept by ${who} on ${when}.`),
  appeared: 'Nobody kept it: a record has changed since.',
  reason: 'Reason',
  reasonOf: (what) => `Reason: ${what}`,
  example: 'For instance “agreed with the family on 20 November”',
  required: 'Write the reason in order to publish.',
  same: 'Same reason for the others',
  ready: (count) => `${englishCount(count, 'conflict signed', 'conflicts signed')}.`,
  ordinary: 'An ordinary week is published without conflicts: what is kept anyway is decided week by week.',
  signatures: (count, who) =>
    who === null ? englishCount(count, 'signature', 'signatures') : `${englishCount(count, 'signature', 'signatures')} by ${who}`,
  signed: (what, why, reason) => `${what}: ${why}. Reason: “${reason}”.`,
};
