import { frenchCount } from '../../plural';

/** What a finding of the working-time law says, its figures in words. */
export interface FindingWords {
  /** « 10 h 30 », « 3 », « 1 jour »: what there is. */
  value: string;
  /** « 11 h »: what is allowed or asked. */
  limit: string;
  /** « 30 min »: how far it is beyond. */
  by: string;
  /** The second figure of the rule, where it has one: how long a break is, how many days follow each other, a share. */
  beside: number;
  /** Over how many weeks it is counted, where it is. */
  weeks: number;
  /** The value as a number, where the sentence needs its grammar. */
  count: number;
}

type Sentence = (words: FindingWords) => string;

/** One sentence for each rule, with its full stop. */
const sentences = {
  daily_work: ({ value, limit }) => `${value} de travail dans la journée, pour ${limit} au plus.`,
  weekly_work: ({ value, limit }) => `${value} de travail dans la semaine, pour ${limit} au plus.`,
  weekly_mean: ({ value, limit, weeks }) => `${value} de travail par semaine en moyenne sur ${weeks} semaines, pour ${limit} au plus.`,
  daily_rest: ({ value, limit }) => `Repos de nuit de ${value}, au lieu de ${limit}.`,
  day_span: ({ value, limit }) => `Journée étendue sur ${value}, pour ${limit} au plus.`,
  break: ({ value, limit, beside }) => `${value} de travail sans pause de ${beside}\u00a0min, pour ${limit} au plus.`,
  meal_break: ({ value, limit }) => `Pause repas de ${value}, au lieu de ${limit}.`,
  week_days: ({ value, limit }) => `${value} travaillés dans la semaine, pour ${limit} au plus.`,
  weekly_rest: ({ value, limit }) => `Repos de la semaine de ${value} d’affilée, au lieu de ${limit}.`,
  rest_days: ({ value, limit, beside }) => `Repos de la semaine de ${value}, au lieu de ${limit} dont ${beside} d’affilée.`,
  fortnight_rest: ({ value, limit, beside, weeks }) =>
    `Repos de ${value} en ${weeks} semaines, au lieu de ${limit} dont ${beside} d’affilée.`,
  sundays: ({ count, limit, weeks }) =>
    `${frenchCount(count, 'dimanche', 'dimanches')} de repos en ${weeks} semaines, au lieu de ${limit}.`,
  sundays_of_year: ({ count, limit, weeks }) =>
    `${frenchCount(count, 'dimanche', 'dimanches')} de repos en ${weeks} semaines, au lieu de ${limit}.`,
  public_holiday: ({ value }) => `${value} de travail un jour férié. Un repos égal est dû.`,
  may_day: ({ value }) => `${value} de travail le 1ᵉʳ mai.`,
  cycle_week: ({ value, limit }) => `${value} de travail dans une semaine du cycle, pour ${limit} au plus.`,
  day_sequences: ({ value, limit }) => `Journée coupée en ${value} séquences, pour ${limit} au plus.`,
  short_sequence: ({ value, limit }) => `Journée coupée, avec une séquence de ${value}, au lieu de ${limit} au moins.`,
  part_time_interruptions: ({ count, limit }) =>
    `Temps partiel\u00a0: ${frenchCount(count, 'coupure', 'coupures')} dans la journée, pour ${limit} au plus.`,
  part_time_interruption: ({ value, limit }) => `Temps partiel\u00a0: coupure de ${value}, pour ${limit} au plus.`,
  part_time_span: ({ value, limit }) => `Temps partiel\u00a0: journée coupée, étendue sur ${value}, pour ${limit} au plus.`,
  notice: ({ value, limit }) => `Changement annoncé ${value} avant, au lieu de ${limit}.`,
  contract_minimum: ({ value, limit }) => `Contrat de ${value} par semaine, au lieu de ${limit} au moins.`,
  contract_grouping: ({ count }) =>
    `Petit contrat\u00a0: ${frenchCount(count, 'coupure', 'coupures')} hors du repas, au lieu d’heures regroupées en journées ou demi-journées.`,
  night_work: ({ value, limit }) => `${value} de travail de nuit d’affilée, pour ${limit} au plus.`,
  night_mean: ({ value, limit, weeks }) =>
    `Travail de nuit\u00a0: ${value} par semaine en moyenne sur ${weeks} semaines, pour ${limit} au plus.`,
  night_minor: ({ value }) => `${value} de travail de nuit avant 18 ans.`,
  contract_week: ({ value, limit, by }) => `${value} de travail pour un contrat de ${limit}, soit ${by} de plus.`,
  coordination_share: ({ value, limit, beside }) => `Coordination\u00a0: ${value}, au lieu de ${limit} (${beside}\u00a0% du contrat).`,
  outside_team: ({ count }) => `${frenchCount(count, 'séance', 'séances')} avec un enfant qu’aucune de ses équipes n’accompagne.`,
} satisfies Record<string, Sentence>;

export const law = {
  title: 'Droit du travail',
  sentences: sentences as Record<keyof typeof sentences, Sentence>,
  days: (count: number) => frenchCount(count, 'jour', 'jours'),
  workingDays: (count: number) => frenchCount(count, 'jour ouvré', 'jours ouvrés'),
  halfDays: (count: number) => frenchCount(count, 'demi-journée', 'demi-journées'),
  from: (first: string, last: string) => `${first} – ${last}`,
  severity: {
    legal: 'Ce point ne peut pas être accepté avec un motif.',
    agreement: 'Un motif est demandé.',
    house: 'À titre d’information.',
  },
  groups: { legal: 'Interdit par la loi', agreement: 'Demande un accord', house: 'À savoir' },
  groupCount: (name: string, count: number) => `${name} · ${count}`,
  lead: (people: number) =>
    `Durées, repos et pauses vérifiés pour ${frenchCount(people, 'personne', 'personnes')}, avec les douze semaines d’avant.`,
  nothing: 'Aucun point. La semaine respecte les règles vérifiées.',
  close: 'Fermer le volet',
  signed: 'Motifs signés à la publication',
  signedBy: (name: string, when: string) => `Signé par ${name}, le ${when}.`,
  signedWhen: (when: string) => `Signé le ${when}.`,
  publish: {
    own: 'Règle de la maison',
    ownLead: 'Un enfant est accompagné par une équipe dédiée à sa modalité, sinon par une équipe transversale.',
    title: 'Règles de travail',
    fine: 'Aucun point bloquant.',
    checked: (people: number) => `Durées, repos et pauses vérifiés pour ${frenchCount(people, 'personne', 'personnes')}.`,
    blocked: (count: number) => `${frenchCount(count, 'point interdit', 'points interdits')} par la loi à corriger avant de publier.`,
    reason: 'Motif',
    example: 'Par exemple «\u00a0accord de la personne, le 20 novembre\u00a0»',
    required: 'Écrivez le motif pour publier.',
    missing: (count: number) => `${frenchCount(count, 'motif manque', 'motifs manquent')} encore.`,
    informs: (count: number) => `${frenchCount(count, 'autre point', 'autres points')} à titre d’information`,
    changed: 'Les règles ne disent plus la même chose qu’à l’ouverture. Relisez, puis publiez.',
  },
};
