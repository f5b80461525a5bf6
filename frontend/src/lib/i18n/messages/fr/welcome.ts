import { frenchCount } from '../../plural';

export const welcome = {
  title: (name: string) => `Bienvenue, ${name}. Votre planning est encore vide.`,
  ready: (name: string) => `Bienvenue, ${name}. Votre maison est prête.`,
  lead: 'Cinq étapes, dans cet ordre. Arrêtez-vous quand vous voulez\u00a0: tout est gardé.',
  steps: {
    house: 'Votre maison',
    people: 'Équipes et professionnels',
    children: 'Enfants et besoins',
    template: 'Réunions et permanences',
    rota: 'Semaine type et premier planning',
  },
  houseText: (house: string, places: number, zone: string) =>
    [house, frenchCount(places, 'lieu', 'lieux'), zone && `zone scolaire ${zone}`].filter(Boolean).join(', ') + '.',
  houseFirst: 'Le nom de l’établissement, ses lieux et sa zone scolaire.',
  peopleText: 'Par un fichier Excel ou CSV, ou un par un. Comptez 10\u00a0minutes pour 38 personnes.',
  peopleDone: (teams: number, people: number) =>
    `${frenchCount(teams, 'équipe', 'équipes')}, ${frenchCount(people, 'professionnel', 'professionnels')}.`,
  childrenText: 'Ce que le projet de chacun demande par semaine\u00a0: quoi, combien, avec qui, où.',
  childrenDone: (children: number, needs: number) =>
    `${frenchCount(children, 'enfant', 'enfants')}, ${frenchCount(needs, 'besoin', 'besoins')}.`,
  templateText: 'Ce qui revient chaque semaine\u00a0: réunions, repas, accueils.',
  templateDone: (meetings: number, duties: number) =>
    `${frenchCount(meetings, 'réunion régulière', 'réunions régulières')}, ${frenchCount(duties, 'permanence', 'permanences')}.`,
  rotaText: 'Maillage propose, explique ce qui ne tient pas, et vous ajustez à la main.',
  rotaDone: (week: number) => `La semaine ${week} a un planning.`,
  after: { people: 'Après la maison', children: 'Après les équipes', template: 'Après les enfants', rota: 'Après les réunions' },
  done: 'fait',
  change: 'Modifier',
  changeStep: (step: string) => `Modifier\u00a0: ${step}`,
  import: 'Importer un fichier',
  byHand: 'Saisir à la main',
  model: 'Modèle de fichier',
  places: 'Ajouter un lieu',
  meetings: 'Ajouter une réunion',
  duties: 'Ajouter une permanence',
  toRota: 'Ouvrir le planning',
  toTemplates: 'Créer la semaine type',
  example: 'À quoi ressemblera une semaine',
  sample: 'Exemple',
  together: 'Faire à plusieurs',
  togetherText:
    'Une coordinatrice écrit les besoins des enfants, une secrétaire prépare les fichiers. Chacun ne voit que ce que son rôle permet.',
  later: 'Ouvrir le planning quand même',
};
