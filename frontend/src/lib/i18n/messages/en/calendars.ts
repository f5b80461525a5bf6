import type { calendars as french } from '../fr/calendars';

export const calendars: typeof french = {
  title: 'calendars',
};
