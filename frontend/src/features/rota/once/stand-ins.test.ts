import { describe, expect, it } from 'vitest';
import type { Rota } from '$api/wire';
import { followStandIns } from './stand-ins';

const planned = (activity: string) => ({ activity, occurrence: 0 });
const usual = { activities: [{ id: 'need', instead: null }], occurrences: [planned('need')], unplanned: [] } as unknown as Rota;
const shorter = {
  activities: [
    { id: 'need', instead: null },
    { id: 'once', instead: { activity: 'need', occurrence: 0 } },
  ],
  occurrences: [planned('once')],
  unplanned: [],
} as unknown as Rota;

describe('what is looked at', () => {
  it('is followed to what stands in for it, and back', () => {
    const follow = followStandIns();
    expect(follow(usual, 'need/0')).toBe('need/0');
    expect(follow(shorter, 'need/0')).toBe('once/0');
    expect(follow(shorter, 'once/0')).toBe('once/0');
    expect(follow(usual, 'once/0')).toBe('need/0');
  });

  it('stays what it is where nothing is there for it', () => {
    const follow = followStandIns();
    expect(follow(usual, 'gone/0')).toBe('gone/0');
    expect(follow(shorter, null)).toBe(null);
    expect(follow(null, 'need/0')).toBe('need/0');
  });
});
