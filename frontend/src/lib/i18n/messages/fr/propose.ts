import { frenchCount } from '../../plural';

export const propose = {
  touch: {
    title: 'Ce qui peut changer',
    gapsHint: 'Les manques sont cherchés sur ces jours, avec tout le monde.',
    hint: 'Ce qui est planifié en dehors ne bouge pas. Ce qui manque peut être planifié avec tout le monde, sur ces jours.',
    days: 'Jours',
    teams: 'Équipes',
    people: 'Personnes',
    addPerson: 'Ajouter une personne',
    remove: (name: string) => `Retirer ${name}`,
    everything: 'toute la semaine, toutes les équipes',
    chosenDays: (days: string) => `jours\u00a0: ${days}`,
    chosen: (teams: number, people: number) =>
      [teams > 0 && frenchCount(teams, 'équipe', 'équipes'), people > 0 && frenchCount(people, 'personne', 'personnes')]
        .filter(Boolean)
        .join(', '),
  },
  goals: {
    title: 'Ce qui compte le plus',
    hint: 'Jamais au prix d’une règle, ni d’une séance laissée de côté.',
    profile: 'Profil',
    usual: 'Comme d’habitude',
    own: 'Réglé ici',
    names: {
      same_faces: 'Mêmes visages',
      few_trips: 'Peu de route',
      balanced_days: 'Journées équilibrées',
      wished_hours: 'Heures souhaitées',
      few_changes: 'Peu de changements',
    },
    steps: { '-2': 'bien moins', '-1': 'moins', '0': 'comme d’habitude', '1': 'plus', '2': 'bien plus' } as Record<string, string>,
    name: 'Nom du profil',
    save: 'Enregistrer ce profil',
    saved: (name: string) => `Profil «\u00a0${name}\u00a0» enregistré pour la maison.`,
    nameMissing: 'Donnez un nom à ce profil.',
    nameTaken: 'Un profil porte déjà ce nom. Choisissez-en un autre.',
    remove: (name: string) => `Supprimer le profil «\u00a0${name}\u00a0»`,
    removed: (name: string) => `Profil «\u00a0${name}\u00a0» supprimé.`,
    restore: 'Annuler',
  },
  look: {
    show: 'Voir sur la grille',
    hide: 'Ne plus voir sur la grille',
    none: 'Rien de mieux à montrer pour l’instant.',
    shown: (count: number) =>
      `${frenchCount(count, 'changement', 'changements')} sur la grille, en vert\u00a0; en pointillé, ce qui partirait.`,
  },
};
