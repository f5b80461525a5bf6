import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleRow } from '../testing/row';
import { cellGround } from './bands';
import { createScale, dayStretches, dayWeights } from './geometry';
import type { GridDay } from './model';

const [monday, tuesday] = [0, 1].map((index) => ({ index, closed: null }) as GridDay) as [GridDay, GridDay];
const scale = createScale(1380, dayWeights(5, null), dayStretches([{ from: 480, to: 1140 }]));
const { window } = scale;
const width = scale.days[0]?.width ?? 0;

/** The pieces of a ground as [left, right] in pixels, grey ones and those of lunch. */
function pieces({ image, position, size }: ReturnType<typeof cellGround>): { lunch: boolean; left: number; right: number }[] {
  const [lefts, widths] = [position, size].map((list) => (list ?? '').split(', ').map(Number.parseFloat)) as [number[], number[]];
  const colours = image ? image.split(', ') : [];
  return colours.map((colour, index) => {
    const left = lefts[index] ?? NaN;
    return { lunch: colour.includes('lunch'), left, right: left + (widths[index] ?? NaN) };
  });
}

describe('the ground of a cell', () => {
  it('is grey all over where nobody works that day, or the day is closed', () => {
    expect(cellGround(sampleRow('nora'), tuesday, scale)).toEqual({ color: 'var(--off)', image: null, position: null, size: null });
    expect(cellGround(sampleRow('nora'), { ...monday, closed: 'férié' }, scale).color).toBe('var(--off)');
  });

  it('leaves working time free and is grey everywhere else', () => {
    const minute = fc.integer({ min: window.from, max: window.to - 1 });
    const span = fc.tuple(minute, fc.integer({ min: 5, max: 240 })).map(([from, long]) => ({ from, to: from + long }));
    fc.assert(
      fc.property(fc.array(span, { minLength: 1, maxLength: 4 }), minute, (available, at) => {
        const x = scale.inside(0, at + 0.5);
        const grey = pieces(cellGround({ ...sampleRow('nora'), available }, monday, scale)).some(
          ({ left, right }) => x > left && x < right,
        );
        expect(grey).toBe(!available.some(({ from, to }) => at >= from && at < to));
      }),
    );
  });

  it('shows lunch over it', () => {
    const ground = cellGround({ ...sampleRow('nora'), available: [window], lunches: [{ from: 720, to: 780 }] }, monday, scale);
    const [lunch, ...others] = pieces(ground);
    expect(lunch?.lunch).toBe(true);
    expect(lunch?.left).toBeCloseTo(scale.inside(0, 720), 0);
    expect(lunch?.right).toBeCloseTo(scale.inside(0, 780), 0);
    expect(others).toEqual([]);
    expect(lunch?.right).toBeLessThan(width);
  });
});
