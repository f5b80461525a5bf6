import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { index } from '$lib/house';
import { buildModel } from './grid-model';
import { rowKinds } from './rows/kinds';
import { sampleHouse, sampleRota, sampleWeek } from './sample';
import { foundBlocks, nothingSought, professionsOf, sift } from './sift';
import { refKey } from './words';

const house = index(sampleHouse());
const rota = sampleRota();
const sought = (more: Partial<typeof nothingSought>) => [...(sift(rota, house, { ...nothingSought, ...more }) ?? ['all'])];

describe('sift', () => {
  it('looks for nothing until asked', () => {
    expect(sift(rota, house, nothingSought)).toBeNull();
    expect(sift(rota, house, { ...nothingSought, words: '  ' })).toBeNull();
  });

  it('finds by child, by person, by what is done and by place, whatever the accents', () => {
    expect(sought({ words: 'lina' })).toEqual(['music/0']);
    expect(sought({ words: 'ELBAZ' })).toEqual(['music/0']);
    expect(sought({ words: 'psychomot' })).toEqual(['omar/0']);
    expect(sought({ words: 'peupliers omar' })).toEqual(['omar/0', 'music/0']);
    expect(sought({ words: 'nobody' })).toEqual([]);
  });

  it('keeps a kind, a profession, and those the law speaks of', () => {
    expect(sought({ kind: 'meeting' })).toEqual([]);
    expect(sought({ kind: 'session' })).toHaveLength(2);
    expect(sought({ profession: 'psychomotrician' })).toHaveLength(2);
    expect(sought({ profession: 'teacher' })).toEqual([]);
    expect(sought({ law: true })).toEqual([]);
    const finding = { person: 'nora' } as (typeof rota.findings)[number];
    expect([...(sift({ ...rota, findings: [finding] }, house, { ...nothingSought, law: true }) ?? [])]).toEqual(['music/0']);
  });

  it('offers every profession once', () => {
    expect(professionsOf(house)).toEqual([{ code: 'psychomotrician', name: 'psychomotricienne' }]);
  });
});

describe('foundBlocks', () => {
  it('meets every occurrence found and shown once, row by row, in rows of any kind', () => {
    fc.assert(
      fc.property(fc.constantFrom(...rowKinds), fc.subarray(rota.occurrences.map(refKey)), (rows, refs) => {
        const model = buildModel({ rota, house, week: sampleWeek(), team: null, rows }, null);
        const met = foundBlocks(model, new Set(refs));
        expect(met.map(({ ref }) => ref).sort()).toEqual([...refs].sort());
        const rank = met.map(({ row }) => model.rows.findIndex(({ id }) => id === row));
        expect(rank).toEqual([...rank].sort((a, b) => a - b));
      }),
    );
  });
});
