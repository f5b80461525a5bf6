import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { endsIn, used, watchUse, WARNED } from './session-use.svelte';

const LASTS = 720;

describe('the end of a session', () => {
  let stop: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    used();
    stop = watchUse();
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  it('is told a quarter of an hour before, and not sooner', () => {
    vi.advanceTimersByTime((LASTS - 5 - WARNED - 1) * 60_000);
    expect(endsIn(LASTS)).toBeNull();
    vi.advanceTimersByTime(60_000);
    expect(endsIn(LASTS)).toBe(WARNED);
  });

  it('comes later with every use, and never lies below zero', () => {
    vi.advanceTimersByTime(LASTS * 60_000);
    expect(endsIn(LASTS)).toBe(0);
    used();
    expect(endsIn(LASTS)).toBeNull();
  });
});
