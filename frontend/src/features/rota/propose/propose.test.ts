import { describe, expect, it } from 'vitest';
import type { Planned } from '$api/answers';
import { sampleRota } from '../sample';
import { Asked, toggled } from './asked.svelte';
import { movesTo } from './moves';

describe('what is asked of a proposal', () => {
  it('is as usual until something is chosen', () => {
    expect(new Asked().request()).toMatchObject({ scope: 'gaps', days: [], goals: { few_trips: 0 } });
  });

  it('names teams and people only where something may move', () => {
    const asked = new Asked();
    asked.teams = ['day'];
    asked.days = toggled(toggled([], 3), 1);
    expect(asked.request()).not.toHaveProperty('teams');
    asked.scope = 'improve';
    expect(asked.request()).toMatchObject({ teams: ['day'], people: [], days: [1, 3] });
  });

  it('takes a choice back', () => {
    expect(toggled(['a', 'b'], 'a')).toEqual(['b']);
  });
});

describe('the best plan so far beside the draft', () => {
  const rota = sampleRota();
  const planned: Planned[] = rota.occurrences.map(({ activity, occurrence, start, staff, attendees, place, room, locked }) => ({
    activity,
    occurrence,
    start,
    staff,
    attendees,
    place,
    room,
    locked,
  }));

  it('is nothing where nothing changes', () => {
    expect(movesTo(rota.occurrences, planned)).toEqual([]);
  });

  it('is what moves, what comes and what goes', () => {
    const [first, ...others] = planned;
    const moves = movesTo(rota.occurrences, [
      { ...first!, start: first!.start + 15 },
      { ...first!, occurrence: 7 },
    ]);
    expect(moves).toHaveLength(others.length + 2);
    expect(moves.filter(({ after }) => after === null)).toHaveLength(others.length);
    expect(moves.filter(({ before }) => before === null)).toHaveLength(1);
    expect(moves.find(({ before, after }) => before && after)?.activity).toBe(first!.activity);
  });
});
