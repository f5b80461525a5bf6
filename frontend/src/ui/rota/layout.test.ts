import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScale, dayStretches, dayWeights } from './geometry';
import { layoutRow, rowMetrics } from './layout';
import { plainState } from './model';
import { reconcile, sameValue } from './reconcile';
import { litBlocks, noFilter } from './selection';
import { guessTarget, optionSpans } from './verdict';
import { sampleBlock } from '../testing/block';
import { sampleRow as row } from '../testing/row';

const measure = (text: string, size: number) => text.length * size * 0.55;
const scale = createScale(1380, dayWeights(5, null), dayStretches([]));

const block = sampleBlock;
describe('layoutRow', () => {
  it('never lets two blocks cover each other', () => {
    const starts = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 6 })), { maxLength: 20 });
    fc.assert(
      fc.property(starts, (list) => {
        const blocks = list.map(([quarter, length], index) =>
          block(`${index}`, 480 + quarter * 15, Math.min(length * 15, 1110 - 480 - quarter * 15)),
        );
        const placed = layoutRow(blocks, scale, rowMetrics(30), measure);
        for (const [i, a] of placed.entries())
          for (const b of placed.slice(i + 1)) {
            const across = a.left + a.width > b.left + 0.01 && b.left + b.width > a.left + 0.01;
            const down = a.top + a.height > b.top + 0.01 && b.top + b.height > a.top + 0.01;
            expect(across && down && a.width > 4 && b.width > 4).toBe(false);
          }
      }),
    );
  });

  it('begins the accessible name with what is shown', () => {
    const [placed] = layoutRow([block('a', 540)], scale, rowMetrics(30), measure);
    expect(placed?.label.text).toBe('LM');
    expect(placed?.name).toBe('LM, Lina M., lundi 23, 9 h');
  });

  it('draws the travel before the block', () => {
    const [placed] = layoutRow([block('a', 540, 45, { travel: 15 })], scale, rowMetrics(30), measure);
    expect((placed?.travelLeft ?? 0) + (placed?.travelWidth ?? 0)).toBeCloseTo(placed?.left ?? 0);
    expect(placed?.travelWidth).toBeCloseTo(scale.x(540) - scale.x(525));
  });
});

describe('reconcile', () => {
  it('keeps what did not change and takes what did', () => {
    const old = [
      { id: 'a', list: [1, 2] },
      { id: 'b', list: [3] },
    ];
    const next = reconcile(
      old,
      [
        { id: 'b', list: [3] },
        { id: 'a', list: [1, 9] },
      ],
      (item) => item.id,
    );
    expect(next[0]).toBe(old[1]);
    expect(next[1]).toEqual({ id: 'a', list: [1, 9] });
  });

  it('tells values apart', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => sameValue(value, structuredClone(value))));
    expect(sameValue([1], { 0: 1 })).toBe(false);
    expect(sameValue({ a: undefined }, {})).toBe(false);
  });
});

describe('litBlocks', () => {
  const blocks = [
    block('a', 540, 45, { about: ['lina'] }),
    block('b', 600, 45, { about: ['lina', 'omar'] }),
    block('c', 700, 45, { about: ['omar'], state: { ...plainState, conflict: true } }),
  ];

  it('keeps the same child lit', () => {
    expect([...(litBlocks(blocks, 'a', noFilter) ?? [])]).toEqual(['a', 'b']);
  });

  it('dims nothing without a question, and what a filter leaves out with one', () => {
    expect(litBlocks(blocks, null, noFilter)).toBeNull();
    expect([...(litBlocks(blocks, null, { ...noFilter, conflicts: true }) ?? [])]).toEqual(['c']);
  });
});

describe('guessTarget', () => {
  it('sees hours, absences and other blocks of the row', () => {
    const others = [block('b', 600)];
    expect(guessTarget(row('nora'), others, 'a', 510, 45).kind).toBe('free');
    expect(guessTarget(row('nora'), others, 'a', 480, 45).kind).toBe('outside');
    expect(guessTarget(row('nora'), others, 'a', 1500, 45)).toEqual({ kind: 'absent', word: 'Absent' });
    expect(guessTarget(row('nora'), others, 'a', 630, 45)).toMatchObject({ kind: 'busy', by: others[0] });
    expect(guessTarget(row('nora'), others, 'b', 630, 45).kind).toBe('free');
  });
});

describe('optionSpans', () => {
  it('joins neighbouring starts and keeps days apart', () => {
    expect(optionSpans([540, 555, 570, 700, 1440 + 540], 45, 15)).toEqual([
      { from: 540, to: 615 },
      { from: 700, to: 745 },
      { from: 1980, to: 2025 },
    ]);
  });
});
