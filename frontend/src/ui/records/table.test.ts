import { describe, expect, it } from 'vitest';
import { choicesOf, filterRows, indexRows, sortRows, windowOf, type Column } from './table';

interface Row {
  name: string;
  teams: string[];
  hours: number | null;
}

const columns: Column<Row>[] = [
  { key: 'name', label: 'Nom', text: ({ name }) => name },
  { key: 'teams', label: 'Équipe', text: ({ teams }) => teams.join(', '), filter: ({ teams }) => teams },
  { key: 'hours', label: 'Heures', text: ({ hours }) => String(hours ?? ''), order: ({ hours }) => hours, numeric: true },
];
const rows = indexRows<Row>(
  [
    { name: 'Salle 10', teams: ['Hébergement'], hours: 35 },
    { name: 'Élise Martin', teams: ['Hébergement', 'Milieu ordinaire'], hours: null },
    { name: 'Salle 2', teams: [], hours: 9 },
  ],
  columns,
);
const names = (found: typeof rows) => found.map(({ row }) => row.name);

describe('a list of records', () => {
  it('is searched without accents, by beginnings of words, over all cells', () => {
    expect(names(filterRows(rows, 'mart eli', {}))).toEqual(['Élise Martin']);
    expect(names(filterRows(rows, 'heberg', {}))).toEqual(['Salle 10', 'Élise Martin']);
    expect(names(filterRows(rows, 'artin', {}))).toEqual([]);
    expect(names(filterRows(rows, '  ', {}))).toHaveLength(3);
  });

  it('is narrowed by what is chosen of a column', () => {
    expect(names(filterRows(rows, '', { teams: 'Milieu ordinaire' }))).toEqual(['Élise Martin']);
    expect(names(filterRows(rows, 'salle', { teams: 'Hébergement' }))).toEqual(['Salle 10']);
    expect(names(filterRows(rows, '', { teams: '' }))).toHaveLength(3);
    expect(choicesOf(rows, 'teams')).toEqual([
      { value: 'Hébergement', count: 2 },
      { value: 'Milieu ordinaire', count: 1 },
    ]);
  });

  it('is sorted by reading order, by number, and with the empty ones last both ways', () => {
    expect(names(sortRows(rows, { key: 'name', descending: false }))).toEqual(['Élise Martin', 'Salle 2', 'Salle 10']);
    expect(names(sortRows(rows, { key: 'name', descending: true }))).toEqual(['Salle 10', 'Salle 2', 'Élise Martin']);
    expect(names(sortRows(rows, { key: 'hours', descending: false }))).toEqual(['Salle 2', 'Salle 10', 'Élise Martin']);
    expect(names(sortRows(rows, { key: 'hours', descending: true }))).toEqual(['Salle 10', 'Salle 2', 'Élise Martin']);
  });

  it('draws only the rows in sight', () => {
    expect(windowOf(1000, 36, 3600, 720, 8)).toEqual({ first: 92, last: 128 });
    expect(windowOf(5, 36, 0, 720)).toEqual({ first: 0, last: 5 });
    expect(windowOf(0, 36, 400, 720)).toEqual({ first: 0, last: 0 });
    expect(windowOf(10, 36, 90000, 720)).toEqual({ first: 10, last: 10 });
  });
});
