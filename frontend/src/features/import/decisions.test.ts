import { describe, expect, it } from 'vitest';
import type { ImportFinding, ImportRow, ImportSheet } from '$api/imports';
import { aboutName, aboutRows, aboutSheet, sheetIs, undecided } from './decisions';

const finding: ImportFinding = { field: 1, key: 'unknown_team', kind: 'team', name: 'Internat', note: false, suggestions: [], text: '' };
const row = (number: number): ImportRow => ({
  number,
  state: 'asked',
  cells: [],
  findings: [],
  candidates: [{ id: `id-${number}`, name: 'Lina' }],
});
const sheet: ImportSheet = {
  sheet: 'teams',
  name: 'Équipes',
  header: 1,
  counts: { read: 0, created: 0, changed: 0, unchanged: 0, refused: 0, asked: 0, skipped: 0 },
  fields: [
    { letter: 'A', header: 'Nom', column: 'name' },
    { letter: 'B', header: 'Truc', column: '' },
  ],
  columns: [],
};

describe('decisions about a file', () => {
  it('keep the last word about a name', () => {
    const first = aboutName(undecided, finding, '');
    expect(first.names).toEqual([{ kind: 'team', name: 'Internat', is: '', create: true }]);
    expect(aboutName(first, finding, 'Hébergement').names).toEqual([{ kind: 'team', name: 'Internat', is: 'Hébergement', create: false }]);
  });

  it('keep one choice for each row of each sheet', () => {
    const both = aboutRows(undecided, 'Enfants', [row(2), row(3)], 'same');
    expect(both.rows.map((choice) => choice.same)).toEqual(['id-2', 'id-3']);
    expect(aboutRows(both, 'Enfants', [row(3)], 'skip').rows.map((choice) => choice.choice)).toEqual(['same', 'skip']);
  });

  it('say only what differs from how columns were understood', () => {
    expect(aboutSheet(undecided, sheet, 'teams', ['name', '']).columns).toEqual([]);
    const decided = aboutSheet(undecided, sheet, 'teams', ['name', 'code']);
    expect(decided.columns).toEqual([{ name: 'Équipes', header: 'Truc', column: 'code' }]);
    expect(aboutSheet(decided, sheet, 'places', []).sheets).toEqual([{ name: 'Équipes', sheet: 'places' }]);
  });

  it('forget what was said of the columns of a sheet that is something else', () => {
    const decided = aboutSheet(undecided, sheet, 'teams', ['name', 'code']);
    const other = sheetIs(sheetIs(decided, 'Équipes', 'places'), 'Lieux', '');
    expect(other.sheets).toEqual([
      { name: 'Équipes', sheet: 'places' },
      { name: 'Lieux', sheet: '' },
    ]);
    expect(other.columns).toEqual([]);
    expect(sheetIs(other, 'Lieux', 'rooms').sheets[1]).toEqual({ name: 'Lieux', sheet: 'rooms' });
  });
});
