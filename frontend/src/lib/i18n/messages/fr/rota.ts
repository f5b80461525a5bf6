import { numberIn } from '../../numbers';
import { frenchCount, frenchForm, frenchOf as of } from '../../plural';

/** What is in the way of something: what it is, with whom when it is about one child, and when. */
export interface InTheWay {
  kind: 'one' | 'group' | 'duty' | 'meeting' | 'protected' | 'support';
  /** In small letters, as inside a sentence; absent where the reader may not know it. */
  label?: string | undefined;
  child?: string | undefined;
  /** « mar. 24, 14 h 30 » */
  at?: string | undefined;
  /** « 14 h 30 », where the day is already told. */
  hour?: string | undefined;
}

/** What a refusal is about, in words; absent where it does not apply. */
export interface RefusalWords {
  professional?: string | undefined;
  child?: string | undefined;
  /** Whether the professional or the child stands for several people. */
  several?: boolean | undefined;
  /** Whether it is said of many hours at once. */
  often?: boolean | undefined;
  room?: string | undefined;
  place?: string | undefined;
  blocking?: InTheWay | undefined;
  professions?: string | undefined;
  amount?: string | undefined;
  limit?: string | undefined;
}

/** A refusal, as a few words at the edge of a row and as a sentence without its full stop. */
export interface Refusal {
  short: string;
  full: (words: RefusalWords) => string;
}

const who = ({ professional }: RefusalWords) => professional ?? 'cette personne';
const whose = ({ child }: RefusalWords) => child ?? 'l’enfant';
const verb = ({ several }: RefusalWords, one: string, many: string) => (several ? many : one);
const hours = ({ often }: RefusalWords) => (often ? 'à ces heures' : 'à cette heure');
const found = ({ amount, limit }: RefusalWords) => (amount && limit ? `\u00a0: ${amount}, pour ${limit} au plus` : '');
const lacking = ({ amount, limit }: RefusalWords) => (amount && limit ? `\u00a0: ${amount}, au lieu de ${limit}` : '');

/** « en orthophonie » of the child itself, « avec Omar B. (orthophonie) » of anybody else. */
function occupation({ kind, label, child }: InTheWay, ofChild: boolean): string {
  switch (kind) {
    case 'one':
      if (ofChild || !child) return label ? `en ${label}` : 'en séance';
      return label ? `avec ${child} (${label})` : `avec ${child}`;
    case 'group':
      return label ? `en groupe (${label})` : 'en groupe';
    case 'duty':
      return label ? `de service (${label})` : 'de service';
    case 'meeting':
      if (label?.startsWith('réunion')) return `en ${label}`;
      return label ? `en réunion (${label})` : 'en réunion';
    default:
      return label ? `en ${label}` : 'en séance ou en réunion';
  }
}

const when = ({ blocking }: RefusalWords) => (blocking?.hour ? ` à ${blocking.hour}` : blocking?.at ? ` ${blocking.at}` : '');

function busy(words: RefusalWords, ofChild: boolean): string {
  const doing = words.blocking ? occupation(words.blocking, ofChild) : ofChild ? 'en séance' : 'en séance ou en réunion';
  return `${verb(words, 'est', 'sont')} déjà ${doing}${when(words)}`;
}

/** What stands there, as one names it: the child, or the activity between guillemets. */
function thing({ child, label }: InTheWay): string {
  return child ?? (label ? `«\u00a0${label}\u00a0»` : 'une autre activité');
}

const refusals = {
  unknown_id: { short: 'fiche supprimée', full: () => 'une fiche a été supprimée : rechargez la page' },
  repeated: { short: 'déjà planifiée', full: () => 'cette séance est déjà planifiée' },
  off_grid: { short: 'heure trop précise', full: () => 'l’heure doit être un multiple de cinq minutes' },
  outside_horizon: { short: 'hors de la semaine', full: () => 'hors de la semaine' },
  seats_not_filled: { short: 'il manque quelqu’un', full: () => 'il manque une personne, ou la même y est deux fois' },
  not_eligible: { short: 'autre métier', full: (words) => `${who(words)} n’a pas le métier ou la compétence demandés` },
  team_rule: {
    short: 'autre équipe',
    full: (words) =>
      words.professional
        ? `l’équipe de ${words.professional} n’accompagne pas cette modalité`
        : 'aucune équipe de cette personne n’accompagne cette modalité',
  },
  not_optional: { short: 'non invitée', full: (words) => `${who(words)} n’est pas sur la liste des invités` },
  not_available: {
    short: 'ne travaille pas',
    full: (words) => `${who(words)} ${verb(words, 'n’est', 'ne sont')} pas là ${hours(words)}`,
  },
  professional_busy: { short: 'déjà pris', full: (words) => `${who(words)} ${busy(words, false)}` },
  travel: {
    short: 'trajet trop court',
    full: (words) =>
      `${who(words)} ${verb(words, 'n’a', 'n’ont')} pas le temps du trajet${words.blocking ? ` avant ou après ${thing(words.blocking)}${when(words)}` : ''}`,
  },
  base_travel: {
    short: 'trajet trop court',
    full: (words) =>
      `${who(words)} ${verb(words, 'n’a pas le temps de venir de son site', 'n’ont pas le temps de venir de leur site')} ou d’y rentrer`,
  },
  lunch: { short: 'plus de pause repas', full: (words) => `${who(words)} ${verb(words, 'n’aurait', 'n’auraient')} plus de pause repas` },
  day_span: { short: 'journée trop longue', full: (words) => `la journée de ${who(words)} serait trop longue${found(words)}` },
  day_work: { short: 'trop d’heures ce jour', full: (words) => `trop d’heures ce jour-là pour ${who(words)}${found(words)}` },
  rest: { short: 'repos trop court', full: (words) => `repos de nuit trop court pour ${who(words)}${lacking(words)}` },
  week_work: { short: 'trop d’heures', full: (words) => `trop d’heures cette semaine pour ${who(words)}${found(words)}` },
  week_days: { short: 'trop de jours', full: (words) => `trop de jours travaillés cette semaine pour ${who(words)}` },
  child_not_available: {
    short: 'enfant indisponible',
    full: (words) => `${whose(words)} ${verb(words, 'n’est pas disponible', 'ne sont pas disponibles')} (hors des créneaux convenus)`,
  },
  child_busy: { short: 'enfant déjà pris', full: (words) => `${whose(words)} ${busy(words, true)}` },
  room_unsuitable: {
    short: 'salle inadaptée',
    full: (words) => (words.room ? `la salle ${words.room} ne convient pas` : 'aucune salle ne convient à cet endroit'),
  },
  room_closed: { short: 'salle fermée', full: (words) => (words.room ? `la salle ${words.room} est fermée` : 'la salle est fermée') },
  room_busy: {
    short: 'salle prise',
    full: (words) =>
      `${words.room ? `la salle ${words.room}` : 'la salle'} est déjà prise${words.blocking ? ` pour ${thing(words.blocking)}${when(words)}` : ''}`,
  },
  min_gap_days: {
    short: 'trop proche d’une autre',
    full: (words) =>
      words.blocking?.at ? `déjà au planning ${words.blocking.at}, trop proche` : 'déjà au planning le même jour, ou un jour trop proche',
  },
  outside_windows: { short: 'hors horaires prévus', full: () => 'hors des horaires prévus pour cette activité' },
  place_not_allowed: { short: 'autre lieu', full: (words) => `${words.place ?? 'ce lieu'} n’est pas prévu pour cette activité` },
  pinned: { short: 'verrouillé', full: () => 'cette séance est verrouillée et ne bouge pas' },
  nobody_eligible: {
    short: 'personne',
    full: (words) =>
      words.professions ? `personne de l’équipe concernée n’est ${words.professions}` : 'personne n’a le métier et l’équipe demandés',
  },
  no_option: { short: 'rien à examiner', full: () => 'aucun créneau à examiner cette semaine' },
  possible: { short: 'possible', full: () => 'possible avec le planning actuel' },
  alternatives_blocked: { short: 'gêné par le reste', full: () => 'possible seule, mais pas avec le reste du planning' },
} satisfies Record<string, Refusal>;

export const rota = {
  title: 'Planning',
  /** For what the reader may not read the title of, and for what is no longer in the records. */
  meeting: 'Rencontre',
  activity: 'Activité',
  grid: {
    name: (week: number) => `Planning de la semaine ${week}`,
    noHours: '0 h',
    halves: ['matin', 'après-midi'] as readonly [string, string],
    lunch: 'repas',
    possible: 'possible',
    widen: (day: string) => `Élargir ${day}`,
    narrow: (day: string) => `Resserrer ${day}`,
    hourTick: (hour: number, wide: boolean) => (wide ? `${hour}\u00a0h` : String(hour)),
    over: (hours: string) => `+ ${hours}`,
    presence: (present: number, absent: number) =>
      `${frenchCount(present, 'présent', 'présents')}${absent > 0 ? `, ${frenchCount(absent, 'absent', 'absents')}` : ''}`,
    team: (people: number) => frenchCount(people, 'professionnel', 'professionnels'),
    summary: (planned: string, contract: string, over: string | null) =>
      `${planned} prévues sur ${contract}${over ? `, ${over} au-delà du contrat` : ''}`,
    children: (count: number) => frenchCount(count, 'enfant', 'enfants'),
    states: {
      changed: 'changé dans ce brouillon',
      conflict: 'conflit',
      locked: 'verrouillé',
      fixed: 'rencontre fixée',
      once: 'pour cette semaine seulement',
    },
    travel: (minutes: string) => `trajet de ${minutes} avant`,
  },
  /** The rows of the grid, by what they stand for. */
  rows: {
    label: 'Lignes',
    kinds: {
      professionals: { name: 'Professionnels', head: 'Professionnel', hours: 'prévu / contrat', hoursShort: 'prévu' },
      children: { name: 'Enfants', head: 'Enfant', hours: 'prévu / besoin', hoursShort: 'prévu' },
      rooms: { name: 'Salles', head: 'Salle', hours: 'occupée', hoursShort: 'occupée' },
      places: { name: 'Lieux', head: 'Lieu', hours: 'prévu', hoursShort: 'prévu' },
      teams: { name: 'Équipes', head: 'Équipe', hours: 'prévu / contrats', hoursShort: 'prévu' },
    },
    layout: 'Présentation',
    layouts: { hours: 'Horaire', cards: 'Cartes' },
    allPlanned: 'tout est planifié',
    waitingHead: 'À planifier',
    waits: 'à planifier',
    stack: (count: number, what: string) => `${count}\u00a0×\u00a0${what}`,
    needs: (planned: string, wanted: string, waiting: number) => `${planned} prévues sur ${wanted}, ${waiting} à planifier`,
    taken: (hours: string) => `${hours} prévues`,
    rooms: (count: number) => frenchCount(count, 'salle', 'salles'),
    places: (count: number) => frenchCount(count, 'lieu', 'lieux'),
    seats: (count: number) => `jusqu’à ${frenchCount(count, 'personne', 'personnes')}`,
    placeCodes: { site: 'S', school: 'É', home: 'D', partner: 'P' },
    placeKinds: { site: 'Nos sites', school: 'Écoles', home: 'Domiciles', partner: 'Chez des partenaires' },
    otherChild: (child: string) => `${child} n’en fait pas partie`,
    otherChildShort: 'autre enfant',
    noRoom: 'cette activité ne demande pas de salle',
    noRoomShort: 'sans salle',
    otherWeek: 'on ne passe pas d’une semaine à l’autre\u00a0: remettez-la à planifier ici, puis planifiez-la là-bas',
    otherWeekRead: (week: number) => `La semaine ${week} est montrée pour lecture.`,
    otherTeam: 'pour la confier à une autre équipe, choisissez une personne dans les lignes par professionnels',
    nobodyFree: 'personne de cette équipe n’est libre à cette heure',
    nobodyFreeShort: 'personne de libre',
  },
  /** Looking for sessions in the grid. */
  seek: {
    label: 'Chercher dans la grille',
    placeholder: 'Chercher…',
    count: (count: number) => (count === 0 ? 'rien' : frenchCount(count, 'séance', 'séances')),
    met: (nth: number, count: number, what: string) => `${nth} sur ${count}\u00a0: ${what}.`,
    filters: (active: number) => (active === 0 ? 'Filtrer' : `Filtrer · ${active}`),
    kind: 'Sorte',
    everyKind: 'Toutes les sortes',
    kinds: { session: 'Séances', support: 'Appuis', meeting: 'Réunions et rencontres', duty: 'Services', protected: 'Temps protégés' },
    profession: 'Métier',
    everyProfession: 'Tous les métiers',
    clear: 'Tout montrer',
  },
  tools: {
    draft: (number: number) => `Brouillon ${number}`,
    basedOnVersion: (version: number) => `d’après la version ${version}`,
    basedOnDraft: (number: number) => `d’après le brouillon ${number}`,
    fromNothing: 'parti d’une semaine vide',
    version: (version: number) => `Version ${version}`,
    publishedSince: (moment: string) => `publiée le ${moment}`,
    chooseRota: (shown: string) => `${shown}, choisir un autre planning`,
    drafts: 'Brouillons',
    by: (author: string) => `par ${author}`,
    published: 'Publié',
    noPublished: 'Rien n’est publié pour cette semaine.',
    newDraftFrom: 'Nouveau brouillon d’après celui-ci',
    versions: 'Versions…',
    compare: 'Comparer…',
    points: 'Points de retour…',
    deleteDraft: 'Supprimer ce brouillon…',
    print: 'Imprimer…',
    letter: (letter: string) => `semaine ${letter}`,
    schoolHoliday: 'vacances scolaires',
    counters: 'Compter et filtrer',
    showAll: 'tout montrer',
    planned: (planned: number, wanted: number) =>
      `${numberIn('fr', planned)} / ${numberIn('fr', wanted)} ${frenchForm(wanted, 'planifiée', 'planifiées')}`,
    toPlan: (count: number) => `${count} à planifier`,
    conflicts: (count: number) => frenchCount(count, 'conflit', 'conflits'),
    law: (findings: number) => `Droit du travail\u00a0: ${findings}`,
    changes: (count: number) => frenchCount(count, 'changement', 'changements'),
    undo: 'Annuler',
    redo: 'Rétablir',
    propose: 'Proposer…',
    publish: 'Publier…',
    edit: 'Modifier dans un brouillon',
  },
  legend: {
    teams: 'Équipe affichée',
    allTeams: 'Toutes les équipes',
    twoWeeks: 'Deux semaines',
    colours: 'Couleurs',
    colouredBy: { modalities: 'Modalités', teams: 'Équipes' },
    only: (name: string) => `Montrer ${name} seulement`,
    school: 'enfant disponible à l’école',
    met: 'ailleurs',
    changed: 'changé',
    conflict: 'conflit',
    fixed: 'rencontre',
    locked: 'verrouillé',
    travel: 'trajet',
    shortcuts: 'raccourcis',
  },
  status: {
    saved: (hour: string) => `Brouillon enregistré à ${hour}.`,
    saving: 'Enregistrement…',
    publishedAt: (version: number, moment: string) => `Version ${version}, publiée le ${moment}.`,
    free: (where: string, travel: string | null) => `${where}\u00a0: libre.${travel ? ` Trajet de ${travel} compris.` : ''}`,
    maybe: (where: string) => `${where}\u00a0: libre à première vue.`,
    refused: (where: string, why: string) => `${where}\u00a0: ${why}.`,
    freeToJoin: (where: string, travel: string | null) =>
      `${where}\u00a0: possible, pour cette semaine seulement.${travel ? ` Trajet de ${travel} compris.` : ''}`,
    until: (hour: string, length: string) => `Jusqu’à ${hour} (${length})`,
    join: (group: string, when: string) => `Rejoindre «\u00a0${group}\u00a0», ${when}`,
    carryKeys: { step: '15 min', row: 'personne', drop: 'poser', cancel: 'annuler' },
    guess: {
      outside: (person: string) => `${person} ne travaille pas à cette heure`,
      absent: (person: string, word: string) => `${person}, ${word}`,
    },
    notHere: 'pas possible pour cette personne à cette heure',
    notNow: 'pas possible à cette heure',
    moved: (what: string, hour: string, otherDay: string | null) =>
      `${what}\u00a0: déplacement à ${hour}${otherDay === null ? '' : `, ${otherDay}`}.`,
    planned: (what: string, where: string) => `${what}\u00a0: planifié ${where}.`,
    copied: (what: string, where: string) => `${what}\u00a0: une fois de plus ${where}, pour cette semaine seulement.`,
    stretched: (what: string, hour: string, length: string) => `${what}\u00a0: jusqu’à ${hour} (${length}), pour cette semaine seulement.`,
    joined: (what: string, group: string) => `${what}\u00a0: avec «\u00a0${group}\u00a0», pour cette semaine seulement.`,
    inHand: (what: string) => `${what}\u00a0: copie en main. Ctrl + V la pose ailleurs, pour cette semaine seulement.`,
    removed: (what: string) => `${what}\u00a0: remis à planifier.`,
    locked: (what: string) => `${what}\u00a0: verrouillé.`,
    unlocked: (what: string) => `${what}\u00a0: déverrouillé.`,
    undone: 'Dernier changement annulé.',
    redone: 'Changement rétabli.',
    keepAnyway: 'Garder quand même',
    notMoved: (what: string, why: string) => `${what} n’a pas bougé : ${why}.`,
    notStretched: (what: string, why: string) => `${what} garde sa durée\u00a0: ${why}.`,
    notPlanned: (what: string, why: string) => `${what} reste à planifier : ${why}.`,
    isLocked: (what: string) => `${what} est verrouillé. Déverrouillez avec L avant de déplacer.`,
    isFixed: (what: string) => `${what} est une rencontre fixée avec un partenaire. Changez-la depuis Rencontres.`,
  },
  tray: {
    title: (count: number) => `À planifier · ${count}`,
    label: 'À planifier',
    hint: 'Choisissez un besoin pour voir pourquoi il n’est pas planifié, ou glissez-le sur la grille.',
    more: (count: number) => `et ${frenchCount(count, 'autre', 'autres')}`,
    open: 'Tout voir',
    close: 'Réduire',
    was: (when: string) => `était ${when}`,
    cancelled: (reason: string) => `annulé\u00a0: ${reason}`,
    group: (length: string) => `groupe, ${length}`,
    nth: (nth: number, count: number) => `${nth === 1 ? '1ʳᵉ' : `${nth}ᵉ`} séance sur ${count}`,
    nthTime: (nth: number, count: number) => `${nth === 1 ? '1ʳᵉ' : `${nth}ᵉ`} fois sur ${count}`,
    empty: 'Tout est planifié. Vous pouvez relire la semaine, puis publier.',
  },
  panel: {
    close: 'Fermer le volet',
    person: 'Avec',
    attendees: 'Présents aussi',
    place: 'Lieu',
    noPlace: 'sans lieu fixé',
    children: 'Enfants',
    travel: 'Trajet avant',
    unchanged: 'comme publié',
    added: 'ajouté depuis la version publiée',
    history: 'Ce qui a changé',
    move: 'Déplacer…',
    plan: 'Planifier…',
    lock: 'Verrouiller',
    unlock: 'Déverrouiller',
    unplan: 'Remettre à planifier',
    conflicts: 'Ce qui ne va pas',
    fixed: 'Rencontre fixée avec un partenaire : elle se change depuis Rencontres.',
    kept: (who: string | null, when: string, reason: string) =>
      `Gardé quand même ${who ? `par ${who}, le ${when}` : `le ${when}`}${reason && `\u00a0: ${reason}`}. À signer à la publication.`,
    signed: (who: string | null, when: string, reason: string) =>
      `Signé ${who ? `par ${who}, le ${when}` : `le ${when}`}\u00a0: ${reason}.`,
    lockedHint: 'Verrouillé : « Proposer » ne le déplace pas, vous non plus.',
    names: (names: string, others: number) => (others > 0 ? `${names} et ${frenchCount(others, 'autre', 'autres')}` : names),
    and: 'et',
    or: 'ou',
    why: (what: string) => `Pourquoi ${what} n’est-elle pas planifiée\u202f?`,
    session: (nth: number, count: number, activity: string) =>
      count === 1 ? `cette séance ${of(activity)}` : `la ${nth === 1 ? '1ʳᵉ' : `${nth}ᵉ`} séance ${of(activity)}`,
    meeting: 'cette réunion',
    stretch: (nth: number, count: number) => (count === 1 ? 'cette plage' : `la ${nth === 1 ? '1ʳᵉ' : `${nth}ᵉ`} plage`),
    need: (name: string) => `Besoin ${of(name)}`,
    plannedOf: (planned: number, count: number) =>
      `${planned} ${frenchForm(planned, 'séance planifiée', 'séances planifiées')} sur ${count}.`,
    timesPlanned: (planned: number, count: number) => `${planned} fois sur ${count} au planning.`,
    examined: (count: string) => `${count} possibilités examinées, aucune ne convient.`,
    free: (count: number) =>
      `${frenchCount(count, 'créneau est libre', 'créneaux sont libres')}. Planifiez-la avec « Planifier… », ou laissez « Proposer… » choisir.`,
    blocked: 'Ce qui bloque',
    blockedElsewhere: 'Ce qui bloque ailleurs',
    was: (when: string) => `Prévue ${when}.`,
    cancelled: (who: string | null, when: string, reason: string) =>
      `Annulée ${who ? `par ${who}, le ${when}` : `le ${when}`}\u00a0: ${reason}.`,
    whyFailed: 'Les raisons n’ont pas pu être lues.',
    noReason: 'Aucune raison n’est connue. Essayez « Planifier… », ou « Proposer… » pour combler les manques.',
  },
  move: {
    title: (what: string) => `Déplacer ${what}`,
    planTitle: (what: string) => `Planifier ${what}`,
    day: 'Jour',
    hour: 'Heure',
    precise: (minutes: number) => `À ${minutes}\u00a0minutes près`,
    person: 'Professionnel',
    personNth: (nth: number) => `Professionnel ${nth}`,
    place: 'Lieu',
    room: 'Salle',
    anyRoom: 'Choisie automatiquement',
    keepRoom: (room: string) => `${room}, ou une autre si elle est prise`,
    anyPlace: 'Choisi automatiquement',
    possible: 'possible',
    submit: 'Déplacer',
    submitPlan: 'Planifier',
    free: (travel: string | null) => `Possible.${travel ? ` Trajet de ${travel} compris.` : ''}`,
    refused: 'Ce n’est pas possible ainsi\u00a0:',
  },
  propose: {
    title: 'Proposer un planning',
    lead: 'La proposition arrive dans un nouveau brouillon. Celui-ci n’est pas touché.',
    scope: 'Que faut-il planifier\u202f?',
    scopes: {
      gaps: { title: 'Seulement les manques', hint: 'Rien de ce qui est planifié ne bouge.' },
      improve: { title: 'Améliorer', hint: 'Ce qui est verrouillé ne bouge pas. Le reste peut changer un peu.' },
      all: { title: 'Tout refaire', hint: 'Seul ce qui est verrouillé ou fixé reste à sa place.' },
    },
    seconds: 'Temps au plus',
    start: 'Proposer',
    toPlan: (count: number) => `${frenchCount(count, 'besoin reste', 'besoins restent')} à planifier dans ce brouillon.`,
    running: 'Proposition en cours',
    queued: 'En attente de son tour…',
    time: (elapsed: number, seconds: number) => `${elapsed} s sur ${seconds}`,
    planned: (count: number) => frenchCount(count, 'planifiée', 'planifiées'),
    wanted: (count: number) => frenchCount(count, 'besoin', 'besoins'),
    from: (count: number) => `départ ${count}`,
    lastFound: (seconds: number) => (seconds < 1 ? 'meilleur trouvé à l’instant' : `meilleur trouvé il y a ${seconds} s`),
    untouched: (rotaName: string) => `Le ${rotaName} n’est pas touché.`,
    stop: 'Arrêter et garder ce planning',
    stopping: 'Arrêt en cours…',
    done: (draft: string, planned: number, wanted: number) =>
      `${draft}\u00a0: ${numberIn('fr', planned)} besoins planifiés sur ${numberIn('fr', wanted)}.`,
    failed: 'La proposition n’a pas abouti. Le brouillon n’a pas changé. Réessayez, ou prévenez la personne qui gère Maillage.',
    stale: 'Le brouillon ou les fiches ont changé pendant la recherche : la proposition n’est pas gardée. Relancez-la.',
    newDraft: 'Nouveau brouillon',
    choicesFailed: 'Les autres choix n’ont pas pu être lus. Réessayez.',
    alreadyRunning: 'Une proposition est déjà en cours pour ce brouillon. Attendez sa fin, puis réessayez.',
  },
  check: {
    title: 'Vérifier les besoins',
    menu: 'Vérifier les besoins…',
    button: 'Vérifier',
    lead: 'Ce qu’aucun planning ne peut faire tenir, avant toute recherche.',
  },
  publish: {
    title: (week: number) => `Publier la semaine ${week}`,
    lead: (version: number, range: string, replaces: number | null) =>
      `Version ${version}, ${range}. ${replaces === null ? 'C’est la première version de cette semaine.' : `Elle remplace la version ${replaces}.`}`,
    concerned: (count: number) => frenchForm(count, 'personne concernée', 'personnes concernées'),
    changes: (count: number) => frenchForm(count, 'changement', 'changements'),
    unplanned: (count: number) => frenchForm(count, 'besoin reste à planifier', 'besoins restent à planifier'),
    untouched: (count: number) => frenchForm(count, 'personne sans changement', 'personnes sans changement'),
    who: 'Qui est concerné',
    nobody: 'Personne : rien ne change par rapport à la version publiée.',
    person: 'Personne',
    count: 'Nombre',
    what: 'Ce qui change',
    all: (people: number, changes: number) =>
      `et ${frenchCount(people, 'autre personne', 'autres personnes')}, ${frenchCount(changes, 'changement', 'changements')}`,
    semicolon: '\u202f; ',
    added: (list: string, count: number) => `${frenchForm(count, 'ajout', 'ajouts')}\u00a0: ${list}`,
    removed: (list: string, count: number) => `${frenchForm(count, 'retrait', 'retraits')}\u00a0: ${list}`,
    moved: (when: string, what: string, old: string) => `${when} ${what} (était ${old})`,
    restaffed: (when: string, what: string) => `${when} ${what}, autre personne ou autre salle`,
    noteUsual: (week: number) => `La semaine ${week} a changé\u00a0: ce qui bouge pour vous est marqué dans «\u00a0Mon planning\u00a0».`,
    note: 'Message aux personnes concernées',
    noteHint:
      'Chacun le lit en tête de «\u00a0Mon planning\u00a0», au-dessus de ses changements. Aucun courriel n’est envoyé. Pas de nom d’enfant, rien sur la santé.',
    untold: 'Qui n’est pas prévenu ici, et pourquoi',
    untoldNobody: (names: string) => `${names}\u00a0: ni compte ni agenda abonné, à prévenir autrement.`,
    untoldFamilies: (count: number, names: string) =>
      `Familles et taxis de ${frenchCount(count, 'enfant', 'enfants')} (${names})\u00a0: Maillage ne leur écrit pas, à prévenir vous-même.`,
    untoldUntouched: (count: number) => `${frenchCount(count, 'personne', 'personnes')} sans changement\u00a0: rien à leur dire.`,
    more: (count: number) => `et ${frenchCount(count, 'autre', 'autres')}`,
    conflicts: 'Conflits à régler avant de publier',
    keep: 'Garder en brouillon',
    submit: (version: number) => `Publier la version ${version}`,
    done: (week: number, version: number) => `Semaine ${week} publiée, version ${version}.`,
    messages: 'Messages à envoyer',
    blocked: (count: number) => `${frenchCount(count, 'conflit reste', 'conflits restent')} à régler.`,
    ready: 'Aucun conflit.',
  },
  remove: {
    title: (draft: string) => `Supprimer le ${draft}`,
    lead: (count: number) =>
      `${frenchCount(count, 'changement est perdu', 'changements sont perdus')}. La version publiée n’est pas touchée.`,
    submit: 'Supprimer le brouillon',
    done: (draft: string) => `${draft} supprimé.`,
  },
  empty: {
    title: 'Aucun planning pour cette semaine',
    lead: 'Créez un brouillon, puis laissez « Proposer » planifier la semaine, ou planifiez vous-même.',
    readOnly: 'Rien n’est encore publié pour cette semaine.',
    create: 'Créer un brouillon',
  },
  stale: {
    title: 'Quelqu’un a changé ce brouillon en même temps que vous.',
    theirs: (what: string, where: string) => `${what} y est maintenant : ${where}.`,
    notDone: (what: string) => `${what}\u00a0: votre changement n’est pas encore fait.`,
    mine: (where: string) => `Vous l’aviez mis : ${where}.`,
    unplanned: 'à planifier',
    keep: 'Garder le sien',
    again: 'Remettre le vôtre',
  },
  help: {
    title: 'Raccourcis du planning',
    lead: 'Tout ce qui se fait à la souris se fait aussi au clavier, ou par « Déplacer… ».',
    keys: {
      arrows: ['← → ↑ ↓', 'séance voisine'],
      days: ['Page haut, Page bas', 'jour précédent, suivant'],
      ends: ['Début, Fin', 'première, dernière séance de la ligne'],
      open: ['Entrée', 'ouvrir le volet'],
      lift: ['Espace', 'prendre la séance, puis flèches, Entrée pour poser, Échap pour renoncer'],
      precise: ['Alt en déplaçant', 'de 5 en 5 minutes, à la souris comme aux flèches'],
      stretch: ['Ctrl + Maj + ← →, glisser la fin', 'raccourcir ou allonger la séance, pour cette semaine seulement'],
      join: ['Poser sur un groupe', 'le rejoindre, pour cette semaine seulement'],
      choose: ['Maj + flèches, Maj + clic', 'choisir plusieurs séances'],
      one: ['Ctrl + Espace, Ctrl + clic', 'en choisir ou en laisser une'],
      all: ['Ctrl + A', 'choisir le jour, la ligne, le jour de tous'],
      copy: ['Ctrl + C, puis Ctrl + V', 'prendre une copie pour cette semaine seulement, puis flèches et Entrée'],
      copyDrag: ['Ctrl + glisser', 'en faire une copie pour cette semaine seulement'],
      lock: ['L', 'verrouiller ou déverrouiller'],
      unplan: ['Suppr', 'remettre à planifier'],
      widen: ['+', 'élargir ou resserrer le jour'],
      find: ['/', 'chercher dans la grille, puis Entrée pour aller d’une séance trouvée à l’autre'],
      undo: ['Ctrl + Z', 'annuler'],
      redo: ['Ctrl + Maj + Z', 'rétablir'],
    } as Record<string, readonly [string, string]>,
  },
  phone: {
    days: 'Jour affiché',
    nothing: 'Rien ce jour-là.',
    move: (what: string) => `Déplacer ${what}`,
    ask: (what: string) => `Pourquoi ici, qui d’autre, quand\u202f? ${what}`,
    plan: (what: string) => `Planifier ${what}`,
    toPlan: (count: number) => frenchCount(count, 'besoin à planifier', 'besoins à planifier'),
  },
  refusals: refusals as Record<keyof typeof refusals, Refusal>,
  otherRefusal: { short: 'pas possible', full: () => 'une règle s’y oppose' } as Refusal,
};
