import type { meetings as french } from '../fr/meetings';

export const meetings: typeof french = {
  title: 'meetings',
};
