/** What the card of a block says, beside what the panel says too. */
export const hover = {
  travelAfter: 'Trajet après',
  was: (before: string) => `Changé dans ce brouillon. Avant\u00a0: ${before}.`,
  added: 'Ajouté dans ce brouillon.',
  locked: 'Verrouillé.',
  wish: (what: string) => `Souhait non tenu\u00a0: ${what}.`,
};
