import { describe, expect, it } from 'vitest';
import type { Indicators } from '$api/comparison';
import { indicatorLines } from './indicators';

const some: Indicators = {
  planned: 424,
  wanted: 431,
  complete: 43,
  children: 80,
  conflicts: 3,
  faces: 5,
  travel: 2480,
  crowded: 2,
  overload: 240,
  wishes: 21,
  findings: 1,
  changes: 31,
};
const other: Indicators = { ...some, planned: 429, complete: 47, conflicts: 0, faces: 7, travel: 2390, changes: 31 };

const line = (key: string) => indicatorLines(some, other).find((one) => one.key === key);

describe('the table of indicators', () => {
  it('writes both sides and their difference with its sign', () => {
    expect(line('planned')).toMatchObject({ base: '424 / 431', other: '429 / 431', difference: '+\u00a05', verdict: 'better' });
    expect(line('unplanned')).toMatchObject({ base: '7', other: '2', difference: '\u2212\u00a05', verdict: 'better' });
    expect(line('travel')).toMatchObject({ base: '41\u00a0h\u00a020', difference: '\u2212\u00a01\u00a0h\u00a030', verdict: 'better' });
  });

  it('says that more faces are worse, and the same is the same', () => {
    expect(line('faces')).toMatchObject({ difference: '+\u00a02', verdict: 'worse' });
    expect(line('wishes')).toMatchObject({ difference: '=', verdict: 'equal' });
  });

  it('does not compare with what is published where nothing is', () => {
    const none = { changes: null };
    expect(indicatorLines({ ...some, ...none }, { ...other, ...none }).map(({ key }) => key)).not.toContain('changes');
  });
});
