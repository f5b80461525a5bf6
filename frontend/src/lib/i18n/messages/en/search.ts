import { englishCount } from '../../plural';
import type { search as french } from '../fr/search';

export const search: typeof french = {
  label: 'Search for a child or a person',
  placeholder: 'A child, a person…',
  none: 'Nobody matches.',
  results: (count) => englishCount(count, 'result', 'results'),
  child: 'Child',
};
