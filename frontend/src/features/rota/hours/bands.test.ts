import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { index } from '$lib/house';
import { rowsToSee, type Painted } from '$ui/rota/paint';
import { sampleBlock } from '$ui/testing/block';
import { buildModel } from '../grid-model';
import { sampleHouse, sampleRota, sampleWeek } from '../sample';
import { bandsOf, bandsPaint, windowWords } from './bands';

const sample = sampleHouse();
const school = { ...sample.places[0]!, id: 'school', kind: 'school' as const, code: 'JMO' };
const house = index({ ...sample, places: [...sample.places, school] });
const windows = [
  { from: 540, to: 720, places: ['school'] },
  { from: 720, to: 780, places: ['school'] },
  { from: 840, to: 960, places: ['poplars'] },
  { from: 1440 + 540, to: 1440 + 600, places: ['school', 'poplars'] },
];

describe('the hours of a child', () => {
  it('are frames, those at school apart, and what touches is one', () => {
    expect(bandsOf(windows, house)).toEqual([
      { from: 540, to: 780, look: 'school', mark: '' },
      { from: 840, to: 960, look: 'met', mark: '' },
      { from: 1440 + 540, to: 1440 + 600, look: 'school', mark: '' },
    ]);
  });

  it('cover every window in its look, whatever their order, and none over another of its look', () => {
    const anyWindow = fc.record({ start: fc.nat(90), length: fc.integer({ min: 1, max: 8 }), place: fc.constantFrom('school', 'poplars') });
    fc.assert(
      fc.property(fc.array(anyWindow, { maxLength: 12 }), (list) => {
        const given = list.map(({ start, length, place }) => ({
          from: start * 15,
          to: Math.min(1440, (start + length) * 15),
          places: [place],
        }));
        const bands = bandsOf(given, house);
        for (const { from, to, places } of given) {
          const look = places[0] === 'school' ? 'school' : 'met';
          expect(bands.filter((band) => band.look === look && band.from <= from && to <= band.to)).toHaveLength(1);
        }
      }),
    );
  });

  it('stand on the rows the child is in, or on its own alone, below what the panel paints', () => {
    const bands = bandsOf(windows, house);
    const mark: Painted = { from: 600, to: 615, look: 'no', mark: '1' };
    const over = new Map([['nora', [mark]]]);
    const blocks = [
      sampleBlock('a', 600, 45, { row: 'nora', about: ['lina'] }),
      sampleBlock('b', 600, 45, { row: 'karine', about: ['omar'] }),
    ];
    const paint = bandsPaint(bands, 'lina', { rows: [], blocks }, over);
    expect([...paint.keys()]).toEqual(['nora']);
    expect(paint.get('nora')).toEqual([...bands, mark]);
    expect(over.get('nora')).toEqual([mark]);
    expect([...rowsToSee(paint)]).toEqual(['nora']);
    expect([...rowsToSee(bandsPaint(bands, 'lina', { rows: [], blocks }, null))]).toEqual([]);
    const rows = buildModel({ rota: sampleRota(), house, week: sampleWeek(), team: null, rows: 'children' }, null).rows;
    expect([...bandsPaint(bands, 'lina', { rows, blocks }, null).keys()]).toEqual(['lina']);
  });

  it('are said in words', () => {
    expect(windowWords(windows.slice(2), '2026-11-23', house)).toEqual([
      'lun. 14\u00a0h\u00a0–\u00a016\u00a0h, PEU',
      'mar. 9\u00a0h\u00a0–\u00a010\u00a0h, JMO, PEU',
    ]);
  });
});
