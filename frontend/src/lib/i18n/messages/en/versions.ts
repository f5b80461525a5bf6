import { englishCount } from '../../plural';

export const versions = {
  title: (week: number) => `Versions of week ${week}`,
  lead: 'Every publication stays. It can be read again, compared, or taken up in a draft.',
  none: 'Nothing is published for this week yet.',
  version: (version: number) => `Version ${version}`,
  inForce: 'in force',
  when: (when: string, who: string | null) => (who === null ? `published on ${when}` : `published on ${when} by ${who}`),
  what: (changes: number, people: number) =>
    `${englishCount(changes, 'change', 'changes')}, ${englishCount(people, 'person concerned', 'people concerned')}`,
  first: (planned: number, people: number) =>
    `First version: ${planned} planned, ${englishCount(people, 'person concerned', 'people concerned')}`,
  note: (text: string) => `“${text}”`,
  read: 'Read',
  readName: (version: number) => `Read version ${version}`,
  compare: 'Compare',
  compareName: (version: number) => `Compare version ${version} with the rota shown`,
  restore: 'Take up',
  restoreName: (version: number) => `Take up version ${version} in a new draft`,
  failed: 'The versions could not be read.',
};
