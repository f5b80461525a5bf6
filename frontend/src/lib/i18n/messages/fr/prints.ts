/** What can be printed, and what to know before it leaves the house. */
export const prints = {
  title: 'Imprimer ou exporter',
  lead: 'Chaque feuille porte sa version et sa date, et se lit en noir et blanc.',
  what: 'Quelle feuille',
  kinds: {
    team: { title: 'Semaine d’équipe', hint: 'A3, en cartes, une équipe par feuille' },
    person: { title: 'Semaine d’un professionnel', hint: 'A4, jour par jour' },
    child: { title: 'Semaine d’un enfant', hint: 'A4, en grand, avec des pictogrammes et des prénoms seulement' },
    room: { title: 'Porte de salle', hint: 'A4, qui est là et quand, sans aucun nom d’enfant' },
    school: { title: 'Nos intervenants dans une école', hint: 'A4, l’annexe de la convention (CASF, art. D.312-58)' },
  },
  of: { team: 'Équipe', person: 'Professionnel', child: 'Enfant', room: 'Salle', school: 'École' },
  all: { team: 'Toutes les équipes', person: 'Tous', child: 'Tous', room: 'Toutes', school: 'Toutes' },
  names: 'Cette feuille porte des noms d’enfants : ne la laissez pas dans un lieu ouvert au public.',
  /** Where a sheet stands as a page, for who cannot read the PDF. */
  onScreen: {
    team: 'Lire la même chose à l’écran, par professionnel',
    person: 'Lire la même chose à l’écran, par professionnel',
    child: 'Lire la même chose à l’écran, par enfant',
    room: 'Lire la même chose à l’écran, par salle',
    school: 'Lire la même chose à l’écran, par lieu',
  },
  pdf: 'Télécharger le PDF',
  workbook: 'Classeur Excel',
  workbookHint: 'Le classeur contient la semaine telle qu’elle est à l’écran.',
};
