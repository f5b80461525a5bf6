import { englishCount } from '../../plural';
import type { sessionEnd as french } from '../fr/session-end';

export const sessionEnd: typeof french = {
  title: 'Your session ends soon',
  lead: (minutes) =>
    minutes === 0
      ? 'It may end at any moment. What is not saved would then be lost.'
      : `Unless you act, it ends in ${englishCount(minutes, 'minute', 'minutes')}. What is not saved would then be lost.`,
  stay: 'Stay signed in',
  leave: 'Sign out',
};
