import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleRow as row } from '../testing/row';
import { lineAt, linesHeight, linesInSight, rowAt, stackLines } from './rows';

const group = (id: string) => ({ id, code: id, tint: null, name: id, note: '' });
const lines = stackLines([row('a'), row('b', 'aj'), row('c'), row('alone', 'none')], [group('mo'), group('empty'), group('aj')], {
  row: () => 30,
  group: 24,
});

describe('lines', () => {
  it('stacks rows under their groups and leaves empty groups out', () => {
    expect(lines.map((line) => line.id)).toEqual(['alone', 'group mo', 'a', 'c', 'group aj', 'b']);
    expect(linesHeight(lines)).toBe(4 * 30 + 2 * 24);
  });

  it('finds the line under a point and the row nearest to it', () => {
    expect(lineAt(lines, 35)).toBe(1);
    expect(rowAt(lines, 35)?.id).toBe('a');
    expect(rowAt(lines, 1e6)?.id).toBe('b');
    expect(rowAt([], 3)).toBeNull();
  });

  it('draws every line that is in sight', () => {
    fc.assert(
      fc.property(fc.integer({ min: -50, max: 400 }), fc.nat(300), fc.nat(200), (top, height, overscan) => {
        const [first, end] = linesInSight(lines, top, height, overscan);
        for (const [index, line] of lines.entries())
          if (line.top < top + height && line.top + line.height > top) expect(index >= first && index < end).toBe(true);
      }),
    );
  });
});
