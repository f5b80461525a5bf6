import { describe, expect, it } from 'vitest';
import { changedBetween, touches } from './elsewhere';
import { sampleRota } from './sample';
import { refKey } from './words';

describe('what changed elsewhere', () => {
  const before = sampleRota();
  const [first, second] = before.occurrences;

  it('is nothing between two equal states, whatever is compared with what was published', () => {
    const after = { ...before, occurrences: before.occurrences.map((one) => ({ ...one, staff: [...one.staff], travel: [] })) };
    expect(changedBetween(before, after)).toEqual([]);
  });

  it('is what moved, what has other people, what was locked, what left and what came', () => {
    const changed = (occurrences: typeof before.occurrences) => changedBetween(before, { ...before, occurrences }).map(refKey);
    if (!first || !second) throw new Error('the sample has two sessions');
    expect(changed([{ ...first, start: first.start + 15 }, second])).toEqual([refKey(first)]);
    expect(changed([{ ...first, staff: ['nora'] }, second])).toEqual([refKey(first)]);
    expect(changed([first, { ...second, locked: true }])).toEqual([refKey(second)]);
    expect(changed([second])).toEqual([refKey(first)]);
    expect(changed([first, second, { ...second, occurrence: 7 }])).toEqual([refKey({ ...second, occurrence: 7 })]);
  });

  it('touches what is asked for about the same session only', () => {
    if (!first || !second) throw new Error('the sample has two sessions');
    const changed = [refKey(first)];
    expect(touches([{ kind: 'lock', activity: second.activity, occurrence: second.occurrence }], changed)).toBe(false);
    expect(touches([{ kind: 'lock', activity: first.activity, occurrence: first.occurrence }], changed)).toBe(true);
  });
});
