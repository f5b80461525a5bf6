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
  /** One session that is longer, shorter or for other children this time. */
  shape: {
    open: 'Cette fois autrement…',
    title: (what: string) => `Cette fois autrement\u00a0: ${what}`,
    lead: 'Pour cette semaine seulement. Les autres semaines et la fiche du besoin ne changent pas.',
    length: 'Durée',
    usualLength: (length: string) => `${length} (comme d’habitude)`,
    leave: 'Quittent le groupe cette fois',
    leaveHint: 'Ceux qui quittent le groupe ont une séance à part, que vous pouvez planifier tout de suite.',
    own: 'Leur séance à part',
    ownLater: 'Plus tard\u00a0: la laisser à planifier',
    everybody: 'Laissez au moins un enfant dans le groupe.',
    join: 'Rejoindre un groupe',
    joinNone: 'Aucun groupe',
    submit: 'Changer cette séance',
    done: (what: string) => `${what}\u00a0: changée pour cette semaine seulement.`,
    lasts: (now: string, usual: string) => `Cette semaine, ${now} au lieu de ${usual}.`,
    joined: (names: string) => `Cette semaine, avec ${names}.`,
    left: (names: string) => `Cette semaine, sans ${names}.`,
    usual: 'Comme d’habitude',
    usualDone: (what: string) => `${what}\u00a0: de nouveau comme d’habitude.`,
  },
};
