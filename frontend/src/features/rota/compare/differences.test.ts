import { describe, expect, it } from 'vitest';
import type { Difference } from '$api/comparison';
import type { Activity, Id, Week } from '$api/wire';
import { index } from '$lib/house';
import { sampleHouse, sampleRota } from '../sample';
import { activitiesOf } from '../words';
import { chosenPair } from './comparing.svelte';
import { differenceWords, differencesPaint, groupDifferences, teamsOf, type DifferenceContext } from './differences';

const rota = sampleRota();
const house = index(sampleHouse());
const activities = activitiesOf(rota) as Map<Id, Activity>;
const context: DifferenceContext = { house, firstDay: rota.first_day, activities };
const [one] = rota.occurrences.filter(({ activity }) => activities.get(activity)?.children.length === 1);
const planned = { ...one!, locked: false };
const later: Difference = { ...ref(), kind: 'moved', base: planned, other: { ...planned, start: planned.start + 60 } };

function ref() {
  return { activity: one!.activity, occurrence: one!.occurrence, asked: true };
}

describe('differences', () => {
  it('say the hour it was and the hour it would be, and once who', () => {
    const words = differenceWords(later, 'child', context);
    expect(words.when.was).not.toBe('');
    expect(words.when.now).toMatch(/^\d+\u00a0h/);
    expect(words.who).toMatchObject({ was: '' });
  });

  it('strike out what goes and write only what comes', () => {
    const gone = differenceWords({ ...ref(), kind: 'removed', base: planned, other: null }, 'child', context);
    expect([gone.when.now, gone.who.now]).toEqual(['', '']);
    const come = differenceWords({ ...ref(), kind: 'added', base: null, other: planned }, 'child', context);
    expect([come.when.was, come.who.was]).toEqual(['', '']);
  });

  it('stand under the child they are about, and under everybody who takes part', () => {
    const someone = house.professionals.find(({ id }) => !planned.staff.includes(id))!;
    const given: Difference = { ...ref(), kind: 'restaffed', base: planned, other: { ...planned, staff: [someone.id] } };
    expect(groupDifferences([given], 'child', context)).toHaveLength(1);
    expect(groupDifferences([given], 'person', context).map(({ id }) => id)).toContain(someone.id);
    expect(teamsOf(given, house)).toContain(someone.main_team);
  });

  it('are dashed where the base has them and green where the other has', () => {
    const rows = differencesPaint([later], context);
    expect(rows.get(planned.staff[0]!)?.map(({ look }) => look)).toEqual(['old', 'new']);
  });
});

describe('the pair a comparison opens with', () => {
  const summary = (id: string, number: number) => ({ id, number });
  const week = (drafts: string[], published: string | null) =>
    ({ drafts: drafts.map(summary), published: published && summary(published, 0) }) as unknown as Week;

  it('is the newest draft with what is published, else with the draft before', () => {
    expect(chosenPair(week(['a', 'b'], 'p'), null, null)).toEqual(['b', 'p']);
    expect(chosenPair(week(['a', 'b'], null), null, null)).toEqual(['b', 'a']);
  });

  it('is what was asked for, and never one with itself', () => {
    expect(chosenPair(week(['a', 'b'], 'p'), 'p', null)).toEqual(['p', 'b']);
    expect(chosenPair(week(['a'], null), null, null)).toEqual(['a', null]);
    expect(chosenPair(week([], null), null, null)).toEqual([null, null]);
  });

  it('is a rota of a template where there is nothing else', () => {
    const templates = week(['t'], null).drafts;
    expect(chosenPair(week(['a'], null), null, null, templates)).toEqual(['a', 't']);
    expect(chosenPair(week(['t'], null), null, null, templates)).toEqual(['t', null]);
  });
});
