export const hover = {
  travelAfter: 'Travel after',
  was: (before: string) => `Changed in this draft. Before: ${before}.`,
  added: 'Added in this draft.',
  locked: 'Locked.',
  wish: (what: string) => `Wish not met: ${what}.`,
};
