import type { myWeek as french } from '../fr/my-week';

export const myWeek: typeof french = {
  title: 'my-week',
};
