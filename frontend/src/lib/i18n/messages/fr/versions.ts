import { frenchCount } from '../../plural';

export const versions = {
  title: (week: number) => `Versions de la semaine ${week}`,
  lead: 'Chaque publication reste. On peut la relire, la comparer, ou repartir d’elle dans un brouillon.',
  none: 'Rien n’est encore publié pour cette semaine.',
  version: (version: number) => `Version ${version}`,
  inForce: 'en vigueur',
  when: (when: string, who: string | null) => (who === null ? `publiée le ${when}` : `publiée le ${when} par ${who}`),
  what: (changes: number, people: number) =>
    `${frenchCount(changes, 'changement', 'changements')}, ${frenchCount(people, 'personne concernée', 'personnes concernées')}`,
  first: (planned: number, people: number) =>
    `Première version\u00a0: ${frenchCount(planned, 'planifiée', 'planifiées')}, ${frenchCount(people, 'personne concernée', 'personnes concernées')}`,
  note: (text: string) => `«\u00a0${text}\u00a0»`,
  read: 'Lire',
  readName: (version: number) => `Lire la version ${version}`,
  compare: 'Comparer',
  compareName: (version: number) => `Comparer la version ${version} au planning affiché`,
  restore: 'Repartir',
  restoreName: (version: number) => `Repartir de la version ${version} dans un nouveau brouillon`,
  failed: 'Les versions n’ont pas pu être lues.',
};
