import type { rota as french } from '../fr/rota';

export const rota: typeof french = {
  title: 'Rota',
};
