import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleBlock } from '../testing/block';
import { spanAt, takenIn } from './taking-in';

const group = sampleBlock('group/0/nora', 600, 60, { ref: 'group/0' });
const other = sampleBlock('other/0/nora', 660, 60, { ref: 'other/0' });
const blocks = [group, other];
const takers = new Set(['group/0']);

describe('takenIn', () => {
  it('joins what takes in exactly while it lasts, whatever was aimed at before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 480, max: 800 }), (minute) => {
        const target = takenIn({ row: 'nora', start: minute, into: 'gone/0' }, minute, blocks, takers);
        expect(target).toEqual(
          minute >= 600 && minute < 660 ? { row: 'nora', start: minute, into: 'group/0' } : { row: 'nora', start: minute },
        );
      }),
    );
    expect(takenIn({ row: 'nora', start: 610 }, 610, blocks, new Set()).into).toBeUndefined();
  });
});

describe('spanAt', () => {
  it('covers what takes it in, the new length, or its own', () => {
    expect(spanAt({ row: 'nora', start: 615, into: 'group/0' }, 30, blocks)).toEqual({ start: 600, duration: 60 });
    expect(spanAt({ row: 'nora', start: 600, length: 75 }, 60, blocks)).toEqual({ start: 600, duration: 75 });
    expect(spanAt({ row: 'nora', start: 900 }, 30, blocks)).toEqual({ start: 900, duration: 30 });
  });
});
