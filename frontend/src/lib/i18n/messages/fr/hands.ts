import { frenchCount, frenchForm } from '../../plural';

/** What is said of changes made by several people, to several sessions, and taken back. */
export const hands = {
  elsewhere: {
    by: (who: string, what: string) => `${who} a changé ce brouillon\u00a0: ${what}.`,
    inAnotherWindow: (what: string) => `Vous avez changé ce brouillon dans une autre fenêtre\u00a0: ${what}.`,
    bySomebody: (what: string) => `Ce brouillon a changé\u00a0: ${what}.`,
    and: (what: string, others: number) => `${what} et ${frenchCount(others, 'autre', 'autres')}`,
    otherwise: 'des fiches ou son historique',
    joined: 'Votre changement vient s’y ajouter.',
  },
  steps: {
    overtaken: (what: string) => `${what}\u00a0: changé depuis par quelqu’un d’autre. Votre étape n’est pas annulée.`,
    before: 'Annuler l’étape d’avant',
  },
  several: {
    chosen: (count: number) => `${frenchCount(count, 'séance choisie', 'séances choisies')}`,
    move: 'Décaler…',
    give: 'Confier à…',
    lock: 'Verrouiller',
    unlock: 'Déverrouiller',
    unplan: 'Remettre à planifier',
    clear: 'Ne plus rien choisir',
    moveTitle: (count: number) => `Décaler ${frenchCount(count, 'séance', 'séances')}`,
    moveLead: 'Toutes du même écart, ou aucune.',
    days: 'Jour',
    day: (days: number) =>
      days === 0 ? 'le même jour' : `${frenchCount(Math.abs(days), 'jour', 'jours')} plus ${days < 0 ? 'tôt' : 'tard'}`,
    hours: 'Heure',
    hour: (length: string | null, earlier: boolean) => (length === null ? 'la même heure' : `${length} plus ${earlier ? 'tôt' : 'tard'}`),
    submitMove: 'Décaler',
    giveTitle: (count: number) => `Confier ${frenchCount(count, 'séance', 'séances')}`,
    giveLead: 'À la place de la personne dont c’est la ligne. Les heures ne changent pas.',
    person: 'Professionnel',
    submitGive: 'Confier',
    moved: (count: number) => `${frenchCount(count, 'séance décalée', 'séances décalées')}.`,
    given: (count: number, who: string) => `${frenchCount(count, 'séance confiée', 'séances confiées')} à ${who}.`,
    locked: (count: number) => `${frenchCount(count, 'séance verrouillée', 'séances verrouillées')}.`,
    unlocked: (count: number) => `${frenchCount(count, 'séance déverrouillée', 'séances déverrouillées')}.`,
    unplanned: (count: number) => `${frenchCount(count, 'séance remise', 'séances remises')} à planifier.`,
    refused: (count: number) => `${frenchCount(count, 'point s’y oppose', 'points s’y opposent')}. Rien n’a été changé.`,
    keepReason: 'Motif, le même pour toutes',
    keepHint: 'Facultatif ici. La publication demande un motif pour chaque conflit et reprend celui-ci.',
    reason: (what: string, when: string | null, why: string) =>
      when === null ? `${what}\u00a0: ${why}.` : `${what}, ${when}\u00a0: ${why}.`,
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
