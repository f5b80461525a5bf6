import { frenchCount } from '../../plural';

export const search = {
  label: 'Chercher un enfant, une personne',
  placeholder: 'Un enfant, une personne…',
  none: 'Personne ne correspond.',
  results: (count: number) => frenchCount(count, 'résultat', 'résultats'),
  child: 'Enfant',
};
