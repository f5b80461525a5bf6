import { frenchCount, frenchForm } from '../../plural';

/** What holds for one week only. */
export const once = {
  open: 'Copier…',
  title: (what: string) => `Copier\u00a0: ${what}`,
  lead: 'Une fois de plus, pour cette semaine seulement. Les autres semaines et la fiche du besoin ne changent pas.',
  later: 'Plus tard\u00a0: la laisser à planifier',
  submit: 'Copier',
  waits: (what: string) => `${what}\u00a0: une fois de plus à planifier, pour cette semaine seulement.`,
  added: 'Ajoutée pour cette semaine seulement.',
  remove: 'Retirer de cette semaine',
  removed: (what: string) => `${what}\u00a0: retirée de cette semaine.`,
  lapsed: (count: number) =>
    `${frenchCount(count, 'séance ajoutée', 'séances ajoutées')} pour cette semaine ${frenchForm(count, 'n’a', 'n’ont')} plus lieu d’être\u00a0: ${frenchForm(count, 'son', 'leur')} besoin n’est plus demandé.`,
  lapsedRemove: 'C’est noté',
  lapsedDone: 'Retiré de cette semaine.',
};
