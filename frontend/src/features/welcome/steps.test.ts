import { describe, expect, it } from 'vitest';
import { countAll, doneSteps, nextStep, type Counts } from './steps';

const nothing: Counts = { places: 0, teams: 0, people: 0, children: 0, needs: 0, meetings: 0, duties: 0 };
const noRota = { drafts: [], published: null };

describe('the first steps of a house', () => {
  it('are done by what is in it', () => {
    expect([...doneSteps(nothing, noRota)]).toEqual([]);
    expect([...doneSteps({ ...nothing, places: 3, teams: 1 }, noRota)]).toEqual(['house']);
    expect([...doneSteps({ ...nothing, places: 3, teams: 1, people: 2, children: 4 }, noRota)]).toEqual(['house', 'people']);
  });

  it('say what comes next, whatever was done out of order', () => {
    expect(nextStep(doneSteps(nothing, noRota))).toBe('house');
    expect(nextStep(doneSteps({ ...nothing, places: 1, children: 9, needs: 9 }, noRota))).toBe('people');
    const all = doneSteps(
      { places: 1, teams: 1, people: 1, children: 1, needs: 1, meetings: 0, duties: 1 },
      { ...noRota, drafts: [{} as never] },
    );
    expect(nextStep(all)).toBeNull();
  });

  it('count the lists they are about', () => {
    expect(countAll((kind) => (kind === 'place' ? [{} as never, {} as never] : undefined))).toEqual({ ...nothing, places: 2 });
  });
});
