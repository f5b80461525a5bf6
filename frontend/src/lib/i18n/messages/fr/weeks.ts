/** Two weeks side by side on the grid. */
export const weeks = {
  label: 'Deux semaines',
  short: (week: number) => `S${week}`,
  week: (week: number) => `Semaine ${week}\u00a0:`,
  published: (version: number) => `publiée, version ${version}`,
  edited: (state: string, editable: boolean) => (editable ? `${state}, celle que vous modifiez.` : `${state}.`),
  shown: (state: string) => `${state}, montrée pour lecture.`,
  empty: 'rien n’est encore planifié.',
  open: (week: number) => `Passer à la semaine ${week}`,
  reading: 'Lecture de la semaine suivante…',
  failed: 'La semaine suivante n’a pas pu être lue.',
  retry: 'Réessayer',
};
