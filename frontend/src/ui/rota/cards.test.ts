import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardsHeight, halfDayStretches, halfOf, layoutCards, MIDDAY, nearestStart, touchedHalves } from './cards';
import { createScale, dayStretches, dayWeights } from './geometry';
import { gatheredHeight, layoutRow, rowMetrics } from './layout';
import { DAY_MINUTES, type GridBlock } from './model';
import { sampleBlock } from '../testing/block';

const measure = (text: string, size: number) => text.length * size * 0.55;
const scale = createScale(1400, dayWeights(5, null), halfDayStretches(dayStretches([])));
const clock = (minute: number) => `${Math.floor((minute % DAY_MINUTES) / 60)}:${String(minute % 60).padStart(2, '0')}`;

const text = { forms: ['Lina M.', 'LM'], extras: ['orthophonie · JMO', 'JMO'] };
const block = (key: string, start: number, duration?: number, more: Partial<GridBlock> = {}) =>
  sampleBlock(key, start, duration, { text, ...more });

const starts = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: 32, max: 70 })), { maxLength: 24 });
const blocksAt = (list: [number, number][]) => list.map(([day, quarter], index) => block(`${index}`, day * DAY_MINUTES + quarter * 15));

describe('layoutCards', () => {
  it('stacks every card inside its half-day, in the order of the hours, none over another, and the row holds them all', () => {
    fc.assert(
      fc.property(starts, (list) => {
        const blocks = blocksAt(list);
        const placed = layoutCards(blocks, scale, 'MO', clock, measure);
        expect(placed).toHaveLength(blocks.length);
        for (const one of placed) expect(one.top + one.height).toBeLessThanOrEqual(cardsHeight(blocks));
        for (const [index, a] of placed.entries())
          for (const b of placed.slice(index + 1)) {
            const sameColumn = a.left === b.left;
            if (sameColumn) expect(b.top).toBeGreaterThanOrEqual(a.top + a.height);
            else expect(a.left + a.width <= b.left || b.left + b.width <= a.left).toBe(true);
          }
      }),
    );
  });

  it('says hour, name and place, the letters only where the row does not say them, and cuts nothing', () => {
    const [own] = layoutCards([block('a', 570)], scale, 'MO', clock, measure);
    expect(own?.label).toMatchObject({ time: '9:30', code: '', text: 'Lina M.', extra: 'JMO' });
    expect(own?.name).toBe('9:30 Lina M. JMO, lundi 23, 9 h');
    const [other] = layoutCards([block('a', 570)], scale, 'AJ', clock, measure);
    expect(other?.label).toMatchObject({ code: 'MO', text: 'Lina M.' });
    const tight = createScale(700, dayWeights(5, null), halfDayStretches(dayStretches([])));
    expect(layoutCards([block('a', 570)], tight, 'MO', clock, measure)[0]?.label).toMatchObject({ text: 'LM', extra: '' });
  });

  it('makes both halves of a day equally wide', () => {
    expect(scale.inside(0, MIDDAY)).toBeCloseTo((scale.days[0]?.width ?? 0) / 2);
  });
});

describe('touchedHalves', () => {
  it('covers every span with whole half-days', () => {
    fc.assert(
      fc.property(starts, (list) => {
        const spans = list.map(([day, quarter]) => ({ from: day * DAY_MINUTES + quarter * 15, to: day * DAY_MINUTES + quarter * 15 + 45 }));
        const halves = touchedHalves(spans, scale.window);
        for (const { from } of spans) expect(halves.some((half) => half.from <= from && from < half.to)).toBe(true);
        for (const half of halves) expect(spans.some(({ from, to }) => from < half.to && half.from < to)).toBe(true);
      }),
    );
  });
});

describe('nearestStart', () => {
  const pointed = fc.tuple(fc.nat(4), fc.integer({ min: 32, max: 70 })).map(([day, quarter]) => day * DAY_MINUTES + quarter * 15);

  it('answers with something possible of the day pointed at whenever there is one, and keeps the own hour where it is free', () => {
    fc.assert(
      fc.property(starts, pointed, pointed, (list, point, own) => {
        const free = new Set(list.map(([day, quarter]) => day * DAY_MINUTES + quarter * 15));
        const answer = nearestStart(free, point, own);
        const day = Math.floor(point / DAY_MINUTES);
        expect(Math.floor(answer / DAY_MINUTES)).toBe(day);
        if ([...free].some((start) => Math.floor(start / DAY_MINUTES) === day)) expect(free.has(answer)).toBe(true);
        const kept = day * DAY_MINUTES + (own % DAY_MINUTES);
        if (free.has(kept) && halfOf(kept) === halfOf(point)) expect(answer).toBe(kept);
      }),
    );
  });

  it('takes the nearest of the half pointed at, then of the other', () => {
    expect(nearestStart(new Set([540, 600, 900]), 570, 630)).toBe(600);
    expect(nearestStart(new Set([540, 600]), 900, 630)).toBe(600);
    expect(nearestStart(null, 900, 630)).toBe(840);
    expect(nearestStart(null, 900, null)).toBe(840);
  });
});

describe('gatheredHeight', () => {
  it('leaves every block of a row tall enough for its text', () => {
    fc.assert(
      fc.property(starts, (list) => {
        const blocks = blocksAt(list).map((one) => ({ ...one, start: one.start % DAY_MINUTES, end: (one.start % DAY_MINUTES) + 45 }));
        const height = gatheredHeight(blocks, 30);
        for (const one of layoutRow(blocks, scale, rowMetrics(height), measure)) {
          expect(one.height).toBeGreaterThanOrEqual(18);
          expect(one.top + one.height).toBeLessThanOrEqual(height);
        }
      }),
    );
  });
});
