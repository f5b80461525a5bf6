import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Slot, SlotDay } from '$api/wire';
import { allFree, hoursShown, levelOf, nearestSlot, stretches } from './strip';

const day = (free: number[], from = 480): SlotDay => ({
  date: '2026-12-01',
  week: '2026-W49',
  closed: null,
  from,
  to: from + free.length * 15,
  free,
});

describe('stretches', () => {
  it('joins neighbours with the same number', () => {
    expect(stretches(day([2, 2, 0, 5]), 5, 480)).toEqual([
      { column: 0, quarters: 2, count: 2, level: 2 },
      { column: 2, quarters: 1, count: 0, level: 0 },
      { column: 3, quarters: 1, count: 5, level: 5 },
    ]);
  });

  it('counts columns from the first hour shown for all days', () => {
    expect(stretches(day([1], 540), 2, 480)[0]?.column).toBe(4);
  });

  it('covers every quarter once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 60 }), (free) => {
        const painted = stretches(day(free), 4, 480).flatMap(({ count, quarters }) => Array<number>(quarters).fill(count));
        expect(painted).toEqual(free);
      }),
    );
  });
});

it('keeps the full colour for everybody and none for nobody', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 12 }), (needed, count) => {
      const level = levelOf(Math.min(count, needed), needed);
      expect(level === 5).toBe(count >= needed);
      if (count < needed) expect(level === 0).toBe(count === 0);
    }),
  );
});

it('says in hours when nobody is missing', () => {
  expect(allFree(day([3, 3, 1, 3]), 3)).toEqual([
    { from: 480, to: 510 },
    { from: 525, to: 540 },
  ]);
});

it('shows the same hours for all days', () => {
  expect(hoursShown([day([0, 0], 540), day([0], 480)])).toEqual({ from: 480, to: 570 });
});

it('takes the slot nearest to where the pointer pressed, on that day only', () => {
  const slot = (date: string, start: number): Slot => ({ date, start, end: start + 60, room: null, free: [], busy: [] });
  const slots = [slot('2026-12-01', 540), slot('2026-12-01', 840), slot('2026-12-02', 600)];
  expect(nearestSlot(slots, '2026-12-01', 800)).toBe(1);
  expect(nearestSlot(slots, '2026-12-02', 800)).toBe(2);
  expect(nearestSlot(slots, '2026-12-03', 800)).toBeNull();
});
