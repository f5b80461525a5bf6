export const meetings = {
  title: 'meetings',
};
