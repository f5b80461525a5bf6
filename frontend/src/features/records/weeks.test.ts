import { describe, expect, it } from 'vitest';
import { curves, gaps, stairs } from './weeks';

describe('a curve over weeks', () => {
  it('has its highest value at the top, each in the middle of its week', () => {
    expect(curves([0, 100], 100)).toEqual(['25,100 75,0']);
    expect(curves([], 10)).toEqual([]);
    expect(stairs([100, 50], 100)).toBe('0,0 50,0 50,50 100,50');
  });

  it('breaks off where a week has no rota, which is not a week with nothing in it', () => {
    expect(curves([10, 10, null, 0, 10], 10)).toEqual(['10,0 30,0', '70,100 90,0']);
    expect(gaps([10, 10, null, 0, 10])).toEqual([{ left: 40, width: 20 }]);
    expect(gaps([null, null, 5, null])).toEqual([
      { left: 0, width: 50 },
      { left: 75, width: 25 },
    ]);
  });

  it('shows a week between two without a rota', () => {
    expect(curves([null, 10, null, null], 10)).toEqual(['31.3,0 43.8,0']);
  });
});
