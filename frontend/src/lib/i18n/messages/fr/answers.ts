import type { Impossible, Term } from '$api/answers';
import { frenchCount, frenchForm, frenchOf as of } from '../../plural';

/** What a soft term costs here, what more of it costs elsewhere, and what less of it brings; `amount` counts, `time` is the same in hours. */
interface TermWords {
  /** In the details, as a name. */
  name: string;
  here: (amount: number, time: string) => string;
  more: (amount: number, time: string) => string;
  less: (amount: number, time: string) => string;
  /** What so many other possibilities would do worse. */
  worse: (ways: number) => string;
}

/** What an impossible need is short of. */
interface Shortage {
  children: string;
  people: string;
  rooms: string;
  professions: string;
  needed: number;
  available: number;
  neededTime: string;
  availableTime: string;
}

const others = (ways: number, one: string, many: string) =>
  `${frenchCount(ways, 'autre possibilité', 'autres possibilités')} ${frenchForm(ways, one, many)}`;

const terms: Record<Term, TermWords> = {
  transversal: {
    name: 'équipe transversale',
    here: () => 'quelqu’un d’une équipe transversale',
    more: () => 'quelqu’un d’une équipe transversale',
    less: () => 'quelqu’un de l’équipe de la modalité',
    worse: (ways) => others(ways, 'prendrait quelqu’un d’une équipe transversale', 'prendraient quelqu’un d’une équipe transversale'),
  },
  not_preferred: {
    name: 'personne connue',
    here: () => 'quelqu’un que l’enfant connaît moins',
    more: () => 'quelqu’un que l’enfant connaît moins',
    less: () => 'quelqu’un que l’enfant connaît',
    worse: (ways) => others(ways, 'serait avec quelqu’un que l’enfant connaît moins', 'seraient avec quelqu’un que l’enfant connaît moins'),
  },
  staff_change: {
    name: 'même personne',
    here: () => 'pas la même personne que les autres fois',
    more: (amount) => `${frenchCount(amount, 'personne', 'personnes')} de plus pour cette activité`,
    less: () => 'la même personne que les autres fois',
    worse: (ways) => others(ways, 'changerait de personne d’une fois à l’autre', 'changeraient de personne d’une fois à l’autre'),
  },
  fragmentation: {
    name: 'visages',
    here: (amount) => `${frenchForm(amount, 'un visage', `${amount}\u00a0visages`)} de plus que souhaité pour l’enfant`,
    more: (amount) => `${frenchForm(amount, 'un visage', `${amount}\u00a0visages`)} de plus pour l’enfant`,
    less: (amount) => `${frenchForm(amount, 'un visage', `${amount}\u00a0visages`)} de moins pour l’enfant`,
    worse: (ways) => others(ways, 'amènerait un visage de plus', 'amèneraient un visage de plus'),
  },
  crowded_day: {
    name: 'journée chargée',
    here: () => 'une journée chargée pour l’enfant',
    more: () => 'une journée plus chargée pour l’enfant',
    less: () => 'une journée plus légère pour l’enfant',
    worse: (ways) => others(ways, 'chargerait davantage une journée', 'chargeraient davantage une journée'),
  },
  window: {
    name: 'horaire souhaité',
    here: () => 'hors du souhait d’horaire',
    more: () => 'plus loin du souhait d’horaire',
    less: () => 'respecte mieux le souhait d’horaire',
    worse: (ways) => others(ways, 's’éloignerait du souhait d’horaire', 's’éloigneraient du souhait d’horaire'),
  },
  travel: {
    name: 'route',
    here: (_, time) => `${time} de route`,
    more: (_, time) => `${time} de route en plus`,
    less: (_, time) => `${time} de route en moins`,
    worse: (ways) => others(ways, 'demanderait plus de route', 'demanderaient plus de route'),
  },
  overload: {
    name: 'heures visées',
    here: (_, time) => `${time} au-delà des heures visées`,
    more: (_, time) => `${time} de plus au-delà des heures visées`,
    less: (_, time) => `${time} de moins au-delà des heures visées`,
    worse: (ways) => others(ways, 'dépasserait davantage les heures visées', 'dépasseraient davantage les heures visées'),
  },
  optional_absent: {
    name: 'personnes invitées',
    here: (amount) => `sans ${frenchCount(amount, 'personne invitée', 'personnes invitées')}`,
    more: (amount) => `${frenchCount(amount, 'personne invitée', 'personnes invitées')} de moins`,
    less: (amount) => `${frenchCount(amount, 'personne invitée', 'personnes invitées')} de plus`,
    worse: (ways) => others(ways, 'se ferait sans une personne invitée', 'se feraient sans une personne invitée'),
  },
  moved: {
    name: 'heure ou lieu publiés',
    here: () => 'autre heure ou autre lieu que publié',
    more: () => 'autre heure ou autre lieu que publié',
    less: () => 'à l’heure et au lieu publiés',
    worse: (ways) => others(ways, 'changerait l’heure ou le lieu publiés', 'changeraient l’heure ou le lieu publiés'),
  },
  restaffed: {
    name: 'personne publiée',
    here: () => 'autre personne que publié',
    more: () => 'autre personne que publié',
    less: () => 'la personne publiée',
    worse: (ways) => others(ways, 'changerait la personne publiée', 'changeraient la personne publiée'),
  },
};

const only = ({ availableTime }: Shortage, needed: string) => `${availableTime} d’affilée au plus, il faut ${needed}`;

const shortages: Record<Impossible['code'], (short: Shortage) => string> = {
  nobody_eligible: ({ professions }) =>
    professions ? `Personne n’est ${professions} dans une équipe qui peut s’en charger.` : 'Personne n’a le métier et l’équipe demandés.',
  too_few_people: ({ needed, available }) =>
    `Il faut ${frenchCount(needed, 'personne différente', 'personnes différentes')}, ${available} au plus ${frenchForm(available, 'convient', 'conviennent')}.`,
  windows_too_short: (short) => `Les horaires prévus sont trop courts\u00a0: ${only(short, short.neededTime)}.`,
  child_not_there: (short) =>
    `Les horaires prévus et ceux ${short.children ? of(short.children) : 'de l’enfant'} ne se rejoignent pas assez\u00a0: ${only(short, short.neededTime)}.`,
  room_not_open: (short) => `Aucune salle qui convient n’est ouverte assez longtemps\u00a0: ${only(short, short.neededTime)}.`,
  people_not_there: (short) => `Personne qui convient n’est là assez longtemps\u00a0: ${only(short, short.neededTime)}.`,
  gap_days_too_long: ({ needed, available }) =>
    `${frenchCount(needed, 'fois demandée', 'fois demandées')} dans la semaine, ${available} au plus avec l’écart voulu entre deux jours.`,
  child_overbooked: ({ children, neededTime, availableTime }) =>
    `${neededTime} demandées pour ${children}, ${availableTime} possibles dans la semaine.`,
  staff_overbooked: ({ people, neededTime, availableTime }) => `${neededTime} demandées à ${people}, ${availableTime} de présence.`,
  room_overbooked: ({ rooms, neededTime, availableTime }) => `${neededTime} demandées en ${rooms}, ${availableTime} d’ouverture.`,
};

export const answers = {
  terms,
  shortages,
  and: 'et',
  or: 'ou',
  keptWish: 'respecte le souhait d’horaire',
  nothing: 'rien d’autre ne change',
  failed: 'La réponse n’a pas pu être lue.',
  retry: 'Réessayer',
  moreReasons: (count: number) => `Voir ${frenchForm(count, 'l’autre raison', `les ${count}\u00a0autres raisons`)}`,
  details: 'Détails',
  detailsHint: 'Ce que chaque solution ajoute ou retire, dans l’unité du calcul\u00a0: moins il y en a, mieux c’est.',
  here: {
    title: 'Pourquoi ici\u202f?',
    fixed: 'C’est une rencontre fixée avec un partenaire\u00a0: elle se change depuis Rencontres.',
    locked: 'Quelqu’un l’a verrouillée à cette heure.',
    alone: 'C’est la seule possibilité avec le reste du planning.',
    others: (count: string, many: boolean) =>
      `${count} ${many ? 'autres possibilités, examinées une à une' : 'autre possibilité, examinée'} avec le reste du planning.`,
    best: 'Aucune n’est meilleure dans l’ensemble.',
    notBest: 'Une autre serait meilleure dans l’ensemble\u00a0: voir plus bas.',
    decided: 'Ce qui a compté',
    costs: 'Ce que cela coûte ici',
    next: (count: number) => frenchForm(count, 'La meilleure autre solution', 'Les deux meilleures autres solutions'),
    excluded: 'Ce qui empêche ailleurs',
  },
  who: {
    title: 'Qui d’autre\u202f?',
    none: 'Personne d’autre n’est possible à cette heure.',
  },
  when: {
    title: 'À quel autre moment\u202f?',
    none: 'Aucun autre moment n’est possible avec les mêmes personnes.',
    shown: (shown: number, found: number) => (shown < found ? `La meilleure heure de chaque demi-journée, parmi ${found} possibles.` : ''),
  },
  both: {
    title: 'Quelqu’un d’autre, à un autre moment\u202f?',
    none: 'Rien d’autre n’est possible.',
  },
  givesWay: (what: string) => `À la place ${of(what)}, à planifier de nouveau`,
  hint: 'Choisissez une ligne pour l’appliquer. À la souris ou au clavier, elle se voit d’abord sur la grille.',
  readHint: 'À la souris ou au clavier, chaque ligne se voit sur la grille.',
  lockedHint: 'Déverrouillez d’abord pour appliquer une de ces solutions.',
  applied: (what: string, how: string) => `${what}\u00a0: ${how}.`,
  unblock: {
    title: 'Qu’est-ce qui la débloquerait\u202f?',
    order: 'Du plus léger au plus lourd',
    none: 'Aucun petit changement n’y suffit. Voyez ce qui bloque, ou lancez «\u00a0Proposer…\u00a0».',
    preview: 'Rien n’est changé avant «\u00a0Appliquer\u00a0».',
    apply: 'Appliquer',
    agree: 'Accord à obtenir, puis à écrire dans sa fiche.',
    write: 'À changer dans la fiche, puis à planifier.',
    open: (name: string) => `Ouvrir ${name}`,
    sheet: 'la fiche',
    plan: (where: string) => `Planifier ${where}`,
    shift: (who: string, length: string, day: string, later: boolean) => `${later ? 'Retarder' : 'Avancer'} ${who} de ${length}, ${day}`,
    move: (who: string, where: string) => `Déplacer ${who}, ${where}`,
    restaff: (who: string, person: string) => `Confier ${who} à ${person}`,
    moveSeveral: (names: string) => `Déplacer ${names}`,
    unlock: (what: string) => `${what}, après l’avoir déverrouillé`,
    meeting: (who: string) => `Déplacer la rencontre «\u00a0${who}\u00a0», fixée avec un partenaire`,
    childWindow: (child: string, when: string) => `Rencontrer ${child} aussi ${when}`,
    hours: (person: string, when: string) => `${person} au travail aussi ${when}`,
    activityWindow: (what: string, when: string) => `Accepter ${what} aussi ${when}`,
    room: (room: string, when: string) => `Ouvrir ${room} ${when}`,
    gap: (days: number) =>
      days === 0 ? 'Accepter deux fois le même jour' : `Accepter un écart de ${frenchCount(days, 'jour', 'jours')} seulement`,
    done: (what: string) => `${what}\u00a0: planifié, toute la chaîne d’un coup.`,
  },
  check: {
    none: 'Aucun besoin n’est impossible. Vous pouvez lancer «\u00a0Proposer…\u00a0».',
    found: (count: number) => `${frenchCount(count, 'point ne peut', 'points ne peuvent')} pas tenir en entier, quoi que l’on planifie.`,
    change: 'Cela se change\u00a0:',
    parties: {
      need: 'dans le besoin',
      child: 'dans l’emploi du temps de l’enfant',
      hours: 'dans les horaires du professionnel',
      teams: 'dans les équipes',
      rooms: 'dans les salles',
      places: 'dans les lieux',
    } as Record<string, string>,
    names: (names: string, others: number) => `${names} et ${frenchCount(others, 'autre', 'autres')}`,
  },
  card: {
    back: 'Revenir à la séance',
    sheet: 'Ouvrir la fiche',
    week: 'Cette semaine, dans ce planning',
    planned: (planned: string, wanted: string) => `${planned} planifiées sur ${wanted}`,
    noNeeds: 'Aucun besoin cette semaine.',
    missing: (count: number) => `manque ${frenchCount(count, 'séance', 'séances')}`,
    missed: (count: number) => `${frenchCount(count, 'semaine', 'semaines')} sans cette séance parmi les dernières publiées`,
    before: 'Les dernières semaines publiées',
    beforeNone: 'Aucune semaine n’est encore publiée avant celle-ci.',
    weekOf: (week: number) => `Sem.\u00a0${week}`,
    met: 'Quand l’enfant peut être rencontré',
    around: 'Autour de l’enfant',
    faces: (count: number) => frenchCount(count, 'visage', 'visages'),
    places: (count: number) => frenchCount(count, 'lieu', 'lieux'),
    trips: (count: number, time: string) =>
      count === 0 ? 'aucun trajet dans la journée' : `${frenchCount(count, 'trajet', 'trajets')} dans la journée, ${time}`,
    hours: 'Ses heures',
    contract: (planned: string, contract: string) => `${planned} prévues sur ${contract}`,
    over: (time: string) => `${time} au-delà du contrat`,
    left: (time: string) => `${time} encore libres`,
    kinds: {
      direct: 'Avec les enfants',
      coordination: 'Coordination',
      preparation: 'Préparation',
      support: 'Appui aux partenaires',
      travel: 'Route',
    } as Record<string, string>,
    target: (time: string) => `visé ${time}`,
    law: 'Droit du travail',
    lawNone: 'Rien à signaler cette semaine.',
  },
};
