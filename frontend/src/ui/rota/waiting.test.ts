import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleBlock } from '../testing/block';
import { layoutWaiting, WAITING_COLUMN, waitingHeight } from './waiting';

const measure = (text: string, size: number) => text.length * size * 0.55;

describe('layoutWaiting', () => {
  it('shows all that waits inside the column and the row, none over another', () => {
    fc.assert(
      fc.property(fc.nat(9), (count) => {
        const blocks = Array.from({ length: count }, (_, index) => sampleBlock(`${index}`, -1));
        const placed = layoutWaiting(blocks, measure);
        expect(placed.map(({ block }) => block)).toEqual(blocks);
        for (const [index, a] of placed.entries()) {
          expect(a.left).toBeGreaterThanOrEqual(0);
          expect(a.left + a.width).toBeLessThanOrEqual(WAITING_COLUMN);
          expect(a.top + a.height).toBeLessThanOrEqual(waitingHeight(blocks));
          for (const b of placed.slice(index + 1)) expect(a.top + a.height <= b.top || a.left + a.width <= b.left).toBe(true);
        }
      }),
    );
  });

  it('gives one alone the whole column, and asks for no height where nothing waits', () => {
    const [alone] = layoutWaiting([sampleBlock('a', -1)], measure);
    expect(alone?.label).toMatchObject({ text: 'Lina M.', wide: true });
    expect(waitingHeight([])).toBe(0);
  });
});
