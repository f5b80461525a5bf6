import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenAfter } from './choosing';
import type { Ground } from './keyboard';
import { DAY_MINUTES } from './model';

const stop = (key: string, day: number, hour: number) => {
  const start = day * DAY_MINUTES + hour * 60;
  return { key, start, end: start + 45, movable: true, stretches: true };
};
const ground: Ground = {
  rows: [
    { id: 'karine', stops: [stop('k1', 0, 9), stop('k2', 0, 14), stop('k3', 2, 10)] },
    { id: 'nora', stops: [stop('n1', 0, 10), stop('n2', 1, 9)] },
    { id: 'alice', stops: [stop('a1', 0, 16), stop('a2', 2, 9)] },
  ],
  days: 5,
  window: { from: 480, to: 1110 },
  step: 15,
  fine: 5,
};
const keys = ground.rows.flatMap(({ stops }) => stops.map(({ key }) => key));
const none: ReadonlySet<string> = new Set();

describe('choosing several blocks', () => {
  it('adds one and takes it away again', () => {
    const one = chosenAfter(ground, none, null, 'k1', 'toggle');
    expect([...one]).toEqual(['k1']);
    expect([...chosenAfter(ground, chosenAfter(ground, one, 'k1', 'n2', 'toggle'), 'n2', 'k1', 'toggle')]).toEqual(['n2']);
  });

  it('takes a range over hours and rows, from either end', () => {
    expect([...chosenAfter(ground, none, 'k2', 'a2', 'range')].sort()).toEqual(['a1', 'a2', 'k2', 'n2']);
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.constantFrom(...keys), (a, b) => {
        const there = chosenAfter(ground, none, a, b, 'range');
        expect([...chosenAfter(ground, none, b, a, 'range')].sort()).toEqual([...there].sort());
        expect(there.has(a) && there.has(b)).toBe(true);
      }),
    );
  });

  it('begins a range where the reader stands when nothing was chosen before, or it has left', () => {
    expect([...chosenAfter(ground, none, null, 'n1', 'range')]).toEqual(['n1']);
    expect([...chosenAfter(ground, none, 'gone', 'n1', 'range')]).toEqual(['n1']);
  });

  it('takes the day of the row, then the row, then the day of everybody, then the first again', () => {
    const day = chosenAfter(ground, none, null, 'k1', 'all');
    const row = chosenAfter(ground, day, null, 'k1', 'all');
    const everybody = chosenAfter(ground, row, null, 'k1', 'all');
    expect([day, row, everybody].map((chosen) => [...chosen])).toEqual([
      ['k1', 'k2'],
      ['k1', 'k2', 'k3'],
      ['k1', 'k2', 'n1', 'a1'],
    ]);
    expect(chosenAfter(ground, everybody, null, 'k1', 'all')).toEqual(day);
  });
});
