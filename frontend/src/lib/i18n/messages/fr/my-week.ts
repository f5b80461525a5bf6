export const myWeek = {
  title: 'my-week',
};
