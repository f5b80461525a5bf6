import { describe, expect, it } from 'vitest';
import type { Effect, Planned, Proposal, Way } from '$api/answers';
import type { Activity } from '$api/wire';
import { effectsWords } from '$lib/effects';
import { index } from '$lib/house';
import { sampleHouse, sampleRota } from '../sample';
import { activitiesOf, byRef, type RefusalContext } from '../words';
import { chainOf, demandSheet, figures, isOfRota, operationsOf, proposalTitle, sheetOf, wayTitle } from './wording';

const house = index(sampleHouse());
const rota = sampleRota();
const context: RefusalContext = { house, firstDay: rota.first_day, activities: activitiesOf(rota), occurrences: byRef(rota.occurrences) };
const [first] = rota.occurrences;
const other = house.professionals.find(({ id }) => !first!.staff.includes(id))!;
const planned: Planned = { ...first!, locked: false };
const effect = (term: Effect['term'], amount: number, cost = amount): Effect => ({ term, amount, cost });
const way = (change: Partial<Planned>, gives_way: Way['gives_way'] = null): Way => ({
  occurrence: { ...planned, ...change },
  effects: [],
  unmet: 0,
  soft: 0,
  gives_way,
});
const proposal = (change: Proposal['change'], ...steps: Proposal['steps']): Proposal => ({
  change,
  steps,
  effects: [],
  unmet: -1,
  soft: 0,
});
const later = { before: planned, after: { ...planned, start: planned.start + 45 } };
const own = { before: null, after: { ...planned, occurrence: 7 } };

describe('what a way costs or brings', () => {
  it('tells the costs first, never a figure of the calculation', () => {
    const words = effectsWords([effect('restaffed', -1, -35), effect('travel', 20), effect('fragmentation', 1, 60)], 0);
    expect(words).toBe('20\u00a0min de route en plus, un visage de plus pour l’enfant, la personne publiée');
    expect(figures([effect('travel', -20), effect('fragmentation', 1, 60)])).toBe('route\u00a0\u221220, visages\u00a0+60');
  });

  it('says when the wished hour is kept, and when it is only nearer', () => {
    expect(effectsWords([effect('window', -10)], 10)).toBe('respecte le souhait d’horaire');
    expect(effectsWords([effect('window', -10)], 30)).toBe('respecte mieux le souhait d’horaire');
    expect(effectsWords([], 0)).toBe('rien d’autre ne change');
  });

  it('names only what differs from now', () => {
    expect(wayTitle(way({ staff: [other.id] }), planned, context)).toBe(other.name);
    expect(wayTitle(way({ room: 'calm' }), { ...planned, room: null }, context)).toBe('Calme');
    expect(wayTitle(way({ start: planned.start + 60 }), planned, context)).not.toContain(house.professional.get(planned.staff[0]!)!.name);
  });
});

describe('what is done', () => {
  it('takes out what gives way, in the same action', () => {
    const gone = { activity: 'other', occurrence: 1 };
    expect(operationsOf(way({}, gone)).map(({ kind }) => kind)).toEqual(['unplan', 'set']);
    expect(operationsOf(way({}))).toMatchObject([{ kind: 'set', start: planned.start, staff: planned.staff, room: planned.room }]);
  });

  it('releases a lock before the chain and locks again after it', () => {
    const pin = { kind: 'pin', activity: planned.activity, occurrence: planned.occurrence };
    expect(chainOf(proposal(pin, later, own)).map(({ kind }) => kind)).toEqual(['unlock', 'set', 'set', 'lock']);
    expect(chainOf(proposal(null, later, own)).map(({ kind }) => kind)).toEqual(['set', 'set']);
  });

  it('is of the rota only when no record has to change', () => {
    expect(isOfRota(proposal(null, later, own), context.activities)).toBe(true);
    expect(isOfRota(proposal({ kind: 'hours', professional: other.id }, own), context.activities)).toBe(false);
    const fixed = new Map<string, Activity>([[planned.activity, { ...context.activities.get(planned.activity)!, fixed: true }]]);
    expect(isOfRota(proposal({ kind: 'pin', activity: planned.activity }, later, own), fixed)).toBe(false);
    expect(sheetOf(proposal({ kind: 'hours', professional: other.id }, own), context.activities)?.href).toBe(`/equipe/${other.id}`);
    expect(demandSheet(context.activities.get(planned.activity))).toBe(`/maison/besoins/${planned.activity}`);
  });

  it('is called by what moves, and by how much', () => {
    expect(proposalTitle(proposal(null, later, own), context)).toMatch(/^Retarder .+ de 45\u00a0min, \p{L}+$/u);
    expect(proposalTitle(proposal(null, own), context)).toMatch(/^Planifier /);
    expect(proposalTitle(proposal({ kind: 'min_gap_days', activity: planned.activity, days: 0 }, own), context)).toBe(
      'Accepter deux fois le même jour',
    );
  });
});
