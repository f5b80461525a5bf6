import { describe, expect, it } from 'vitest';
import type { TravelPair } from '$api/travel';
import { lastAsked, waysShown } from './ways';

const pair = (from: string, to: string, source: TravelPair['source'], more: Partial<TravelPair> = {}): TravelPair => ({
  from_place_id: from,
  to_place_id: to,
  minutes: 10,
  source,
  at: null,
  stale: false,
  ...more,
});

const travel = {
  missing: 1,
  stale: 1,
  pairs: [
    pair('a', 'b', 'coordinates'),
    pair('a', 'c', 'override'),
    pair('b', 'a', 'unknown'),
    pair('b', 'c', 'coordinates', { stale: true }),
    pair('c', 'a', 'matrix'),
    pair('c', 'b', 'osrm', { at: '2026-11-23T06:00:00Z' }),
  ],
};
const ends = (shown: string) => waysShown(travel, shown).map(({ from_place_id, to_place_id }) => from_place_id + to_place_id);

describe('the ways shown', () => {
  it('are those nothing certain is known of, those of the house, or those from one place', () => {
    expect(ends('check')).toEqual(['ba', 'bc']);
    expect(ends('own')).toEqual(['ac', 'ca']);
    expect(ends('a')).toEqual(['ab', 'ac']);
  });

  it('say when the routing server last answered', () => {
    expect(lastAsked(travel)).toBe('2026-11-23T06:00:00Z');
    expect(lastAsked({ ...travel, pairs: travel.pairs.slice(0, 3) })).toBeNull();
  });
});
