import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packLanes } from './lanes';

const spans = fc.array(
  fc.tuple(fc.nat(600), fc.integer({ min: 1, max: 120 })).map(([from, size]) => ({ from, to: from + size })),
  { maxLength: 40 },
);

describe('packLanes', () => {
  it('never puts two overlapping items in one lane', () => {
    fc.assert(
      fc.property(spans, (items) => {
        const lanes = packLanes(items);
        for (const [i, a] of items.entries())
          for (const [j, b] of items.entries())
            if (i < j && a.from < b.to && b.from < a.to) {
              expect(lanes[i]?.lane).not.toBe(lanes[j]?.lane);
              expect(lanes[i]?.lanes).toBe(lanes[j]?.lanes);
            }
      }),
    );
  });

  it('uses exactly as many lanes as items overlap at the busiest moment of the cluster', () => {
    fc.assert(
      fc.property(spans, (items) => {
        const lanes = packLanes(items);
        for (const [index, item] of items.entries()) {
          const lane = lanes[index];
          const here = items.filter((other) => other.from <= item.from && item.from < other.to).length;
          expect(lane?.lane).toBeLessThan(lane?.lanes ?? 0);
          expect(lane?.lanes).toBeGreaterThanOrEqual(here);
        }
        const busiest = Math.max(0, ...items.map((item) => items.filter((o) => o.from <= item.from && item.from < o.to).length));
        expect(Math.max(0, ...lanes.map((lane) => lane.lanes))).toBe(busiest);
      }),
    );
  });

  it('leaves items that only touch in one lane', () => {
    expect(
      packLanes([
        { from: 0, to: 45 },
        { from: 45, to: 90 },
      ]),
    ).toEqual([
      { lane: 0, lanes: 1 },
      { lane: 0, lanes: 1 },
    ]);
  });
});
