export const calendars = {
  title: 'calendars',
};
