export const weeks = {
  label: 'Two weeks',
  short: (week: number) => `W${week}`,
  week: (week: number) => `Week ${week}:`,
  published: (version: number) => `published, version ${version}`,
  edited: (state: string, editable: boolean) => (editable ? `${state}, the one you are editing.` : `${state}.`),
  shown: (state: string) => `${state}, shown for reading.`,
  empty: 'nothing is planned yet.',
  open: (week: number) => `Go to week ${week}`,
  reading: 'Reading the next week…',
  failed: 'The next week could not be read.',
  retry: 'Try again',
};
