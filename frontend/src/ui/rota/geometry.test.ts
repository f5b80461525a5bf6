import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CORE, createScale, dayStretches, dayWeights, hourTicks, snapStart, stretchedTo } from './geometry';
import { DAY_MINUTES } from './model';

const scaleCase = fc.record({
  width: fc.integer({ min: 500, max: 3000 }),
  days: fc.integer({ min: 1, max: 7 }),
  wide: fc.option(fc.nat(6)),
  early: fc.integer({ min: 300, max: 480 }),
  late: fc.integer({ min: 1110, max: DAY_MINUTES }),
});

const build = (c: { width: number; days: number; wide: number | null; early: number; late: number }) =>
  createScale(c.width, dayWeights(c.days, c.wide), dayStretches([{ from: c.early, to: c.late }]));

describe('createScale', () => {
  it('takes a minute to a pixel and back', () => {
    fc.assert(
      fc.property(scaleCase, fc.nat(6), fc.double({ min: 0, max: 0.999, noNaN: true }), (c, day, share) => {
        const scale = build(c);
        const { from, to } = scale.window;
        const minute = (day % c.days) * DAY_MINUTES + from + share * (to - from);
        expect(scale.minute(scale.x(minute))).toBeCloseTo(minute, 4);
      }),
    );
  });

  it('fills the width exactly and never goes backwards', () => {
    fc.assert(
      fc.property(scaleCase, (c) => {
        const scale = build(c);
        const last = scale.days.at(-1);
        expect((last?.left ?? 0) + (last?.width ?? 0)).toBeCloseTo(c.width, 6);
        let before = -1;
        for (let minute = 0; minute < c.days * DAY_MINUTES; minute += 35) {
          const x = scale.x(minute);
          expect(x).toBeGreaterThanOrEqual(before);
          before = x;
        }
      }),
    );
  });

  it('makes a widened day six times as wide as the others', () => {
    const scale = createScale(1000, dayWeights(5, 1), dayStretches([]));
    expect(scale.days.map((day) => day.width)).toEqual([100, 600, 100, 100, 100]);
  });

  it('gives the core hours the measures of the design', () => {
    const scale = createScale(1380, dayWeights(5, null), dayStretches([]));
    expect(scale.inside(0, 540) - scale.inside(0, 480)).toBeCloseTo(26.3, 1);
  });
});

describe('dayStretches', () => {
  it('shows the core hours when everything lies inside them', () => {
    expect(dayStretches([{ from: DAY_MINUTES + 510, to: DAY_MINUTES + 1020 }])).toEqual([{ ...CORE, weight: 1 }]);
  });

  it('adds evenings at a smaller scale and ends with the day', () => {
    const night = dayStretches([{ from: 1260, to: DAY_MINUTES + 420 }]);
    expect(night.at(-1)).toMatchObject({ from: 1110, to: DAY_MINUTES });
    expect(night.at(-1)?.weight).toBeLessThan(1);
  });
});

describe('snapStart', () => {
  it('stays on the grid, in its day and inside what is shown', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 5 * DAY_MINUTES - 1, noNaN: true }),
        fc.constantFrom(15, 30, 45, 60, 90, 240),
        fc.constantFrom(5, 10, 15, 30),
        (minute, duration, step) => {
          const start = snapStart(minute, duration, step, CORE);
          const inDay = start - Math.floor(minute / DAY_MINUTES) * DAY_MINUTES;
          expect(start % step).toBe(0);
          expect(inDay).toBeGreaterThanOrEqual(CORE.from);
          expect(inDay + duration).toBeLessThanOrEqual(CORE.to);
        },
      ),
    );
  });
});

describe('hourTicks', () => {
  it('writes every other hour, every hour in a widened day', () => {
    const scale = createScale(1380, dayWeights(5, 1), dayStretches([]));
    expect(hourTicks(scale, 1)).toHaveLength(10);
    expect(hourTicks(createScale(1380, dayWeights(5, null), dayStretches([])), 0)).toEqual([540, 660, 780, 900, 1020]);
    expect(hourTicks(scale, 0)).toEqual([540, 780, 1020]);
  });
});

describe('stretchedTo', () => {
  it('stays within the day, and as long as the least', () => {
    const window = { from: 480, to: 1110 };
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 96, max: 220 }),
        fc.integer({ min: 0, max: 5 * 1440 }),
        (day, step, end) => {
          const start = day * 1440 + step * 5;
          const length = stretchedTo(start, end, 5, window);
          expect(length).toBeGreaterThanOrEqual(5);
          if (length > 5) expect(start + length).toBeLessThanOrEqual(day * 1440 + window.to);
          if (end > start + 5 && end <= day * 1440 + window.to) expect(start + length).toBe(end);
        },
      ),
    );
  });
});
