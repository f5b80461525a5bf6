import { describe, expect, it } from 'vitest';
import { lengths } from './exceptions';

describe('the lengths a session can have this time', () => {
  it('are in steps of the grid and hold the one it has', () => {
    expect(lengths(60, 15)).toContain(60);
    expect(lengths(50, 15).slice(0, 5)).toEqual([15, 30, 45, 50, 60]);
    expect(lengths(300, 15).at(-1)).toBe(300);
  });
});
