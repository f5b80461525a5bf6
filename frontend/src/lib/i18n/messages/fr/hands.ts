import { frenchCount, frenchForm } from '../../plural';

/** What is said of changes made by several people, to several sessions, and taken back. */
export const hands = {
  elsewhere: {
    by: (who: string, what: string) => `${who} a changé ce brouillon\u00a0: ${what}.`,
    inAnotherWindow: (what: string) => `Vous avez changé ce brouillon dans une autre fenêtre\u00a0: ${what}.`,
    bySomebody: (what: string) => `Ce brouillon a changé\u00a0: ${what}.`,
    and: (what: string, others: number) => `${what} et ${frenchCount(others, 'autre', 'autres')}`,
    otherwise: 'les fiches ou l’historique',
    joined: 'Votre changement vient s’y ajouter.',
  },
  steps: {
    overtaken: (what: string) => `${what}\u00a0: changé depuis par quelqu’un d’autre. Votre étape n’est pas annulée.`,
    before: 'Annuler l’étape d’avant',
  },
  points: {
    title: 'Points de retour',
    lead: 'Le brouillon tel qu’il était, sous un nom. Y revenir est une étape qui s’annule comme une autre.',
    name: 'Nom',
    hint: 'Par exemple «\u00a0avant la réunion d’équipe\u00a0».',
    required: 'Écrivez un nom pour retrouver ce point.',
    keep: 'Garder ce point',
    kept: (name: string) => `Point de retour «\u00a0${name}\u00a0» gardé.`,
    none: 'Aucun point de retour dans ce brouillon.',
    detail: (when: string, author: string | null) => (author ? `${when}, ${author}` : when),
    differs: (changes: number) =>
      changes === 0
        ? 'comme le brouillon maintenant'
        : `${frenchCount(changes, 'séance', 'séances')} ${frenchForm(changes, 'différente', 'différentes')}`,
    return: 'Y revenir',
    returnTo: (name: string) => `Revenir à «\u00a0${name}\u00a0»`,
    returned: (name: string) => `Le brouillon est revenu à «\u00a0${name}\u00a0».`,
    drop: (name: string) => `Supprimer «\u00a0${name}\u00a0»`,
    failed: 'Les points de retour n’ont pas pu être lus.',
  },
};
