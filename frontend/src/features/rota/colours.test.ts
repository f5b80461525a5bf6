import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Team } from '$api/wire';
import { index } from '$lib/house';
import { colourOf, legendOf, teamTint } from './colours';
import { sampleHouse, sampleRota } from './sample';

const team = (id: string, position: number, modalities: string[]): Team => ({
  id,
  position,
  modalities,
  code: `T${id}`,
  name: `Équipe ${id}`,
  kind: 'dedicated',
});
const houseOf = (teams: Team[]) => index({ ...sampleHouse(), teams });

describe('the colours of the teams', () => {
  it('gives a team the tint of its only modality and never the same to two', () => {
    const codes = fc.subarray(['MO', 'AJ', 'HE', 'AF', 'UE', 'AS', 'AR']);
    fc.assert(
      fc.property(fc.array(codes, { maxLength: 12 }), (list) => {
        const house = houseOf(list.map((modalities, at) => team(String(at), at, modalities)));
        const worn = house.teams.map(({ id }) => teamTint(house, id));
        const tints = worn.filter((tint) => tint !== null);
        expect(new Set(tints).size).toBe(tints.length);
        expect(tints).toHaveLength(Math.min(7, list.length));
        for (const modalities of list) if (modalities.length === 1) expect(tints).toContain(modalities[0]);
      }),
    );
  });

  it('lists modalities or teams, and grounds wear what the legend says', () => {
    const [first] = sampleRota().occurrences;
    const [omar] = sampleRota().activities;
    const house = houseOf([team('day', 0, ['AJ', 'MO']), team('other', 1, ['MO'])]);
    expect(legendOf('modalities', house)).toEqual([{ code: 'MO', tint: 'MO', name: 'Milieu ordinaire' }]);
    const [day] = legendOf('teams', house);
    expect(day).toEqual({ code: 'Tday', tint: 'AJ', name: 'Équipe day' });
    expect(colourOf('modalities', first!, omar!, house)).toEqual({ code: 'MO', tint: 'MO' });
    expect(colourOf('teams', first!, omar!, house)).toEqual({ code: 'Tday', tint: 'AJ' });
    expect(colourOf('teams', first!, omar!, house)).toBe(colourOf('teams', first!, omar!, house));
  });

  it('leaves the plain ground to what people of several teams do', () => {
    const house = index({
      ...sampleHouse(),
      professionals: sampleHouse().professionals.map((one) => (one.id === 'nora' ? { ...one, main_team: 'other' } : one)),
    });
    const [omar] = sampleRota().activities;
    expect(colourOf('teams', { ...sampleRota().occurrences[0]!, staff: ['karine', 'nora'] }, omar!, house)).toBeNull();
  });
});
