import { frenchCount, frenchOf } from '../../plural';

/** What is said of conflicts that are published with a signature, in the window and afterwards. */
export const publish = {
  title: 'Conflits gardés quand même',
  lead: (name: string) => `Chacun demande un motif. Signataire\u00a0: ${name}.`,
  about: (what: string, when: string | null) => (when === null ? what : `${what}, ${when}`),
  kept: (who: string | null, when: string) => (who === null ? `Gardé le ${when}.` : `Gardé par ${who}, le ${when}.`),
  appeared: 'Personne ne l’a gardé\u00a0: une fiche a changé depuis.',
  reason: 'Motif',
  reasonOf: (what: string) => `Motif\u00a0: ${what}`,
  example: 'Par exemple «\u00a0accord de la famille, le 20 novembre\u00a0»',
  required: 'Écrivez le motif pour publier.',
  same: 'Même motif pour les autres',
  ready: (count: number) => `${frenchCount(count, 'conflit signé', 'conflits signés')}.`,
  ordinary: 'Une semaine type se publie sans conflit\u00a0: ce qui est gardé quand même se décide semaine par semaine.',
  signatures: (count: number, who: string | null) =>
    who === null ? frenchCount(count, 'signature', 'signatures') : `${frenchCount(count, 'signature', 'signatures')} ${frenchOf(who)}`,
  signed: (what: string, why: string, reason: string) => `${what}\u00a0: ${why}. Motif\u00a0: «\u00a0${reason}\u00a0».`,
};
