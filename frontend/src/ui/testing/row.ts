import type { GridRow } from '../rota/model';

/** A row of the grid for tests: there from 8:30 to 17:00 on Monday, away on Tuesday. */
export const sampleRow = (id: string, group = 'mo'): GridRow => ({
  id,
  group,
  name: id,
  detail: '',
  planned: 0,
  contract: 0,
  available: [{ from: 510, to: 1020 }],
  lunches: [],
  absences: [{ from: 1440, to: 2880, word: 'Absent' }],
  summary: '',
});
