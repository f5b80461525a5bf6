/** What one does on each screen, by the name of its title. */
const leads = {
  rota: 'La semaine de l’équipe\u00a0: construire, questionner, réparer, publier.',
  template: 'La semaine ordinaire, dont chaque semaine est faite.',
  welcome: 'Ce qu’une maison neuve saisit ou importe d’abord.',
  absences: 'Qui est absent, quand, et le planning à réparer.',
  year: 'Jours fermés, vacances scolaires, semaines publiées.',
  meetings: 'Les rencontres avec les écoles, les familles et les autres partenaires.',
  newMeeting: 'Choisir qui vient, et trouver un créneau où chacun est libre, trajets compris.',
  myWeek: 'Votre semaine, avec ce qui a changé.',
  calendars: 'Votre planning dans l’agenda de votre téléphone ou de votre ordinateur.',
  children: 'Les enfants accompagnés, leur semaine et leurs besoins.',
  team: 'Les professionnels, leurs équipes, leurs horaires.',
  workedDays: 'Les heures faites, à côté de celles qui étaient prévues.',
  house: 'Lieux, salles, équipes, groupes et tout ce dont le planning dépend.',
  settings: 'Le nom de la maison, sa zone scolaire, ses règles.',
  import: 'Lire un classeur ou un fichier CSV, et voir ce qui change avant d’accepter.',
};

export const siteMap = {
  lead: 'Toutes les pages que vous pouvez ouvrir. Les fiches s’ouvrent depuis leurs listes, ou en cherchant un nom.',
  leads: leads as Partial<Record<string, string>>,
};
