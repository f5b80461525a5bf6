import { describe, expect, it } from 'vitest';
import type { Contact, RepairLine } from '$api/weeks';
import { operationOf } from '$api/answers';
import type { House } from '$api/wire';
import { index } from '$lib/house';
import { repair as words } from '$lib/i18n/messages/fr/repair';
import { asCancelled, asJoined, colleaguesOf, effectsOf, followed, lineKey, messagesOf, transportsOf, whoOf } from './lines';

const house = index({
  professionals: [
    { id: 'karine', name: 'Karine Delmas' },
    { id: 'nora', name: 'Nora Elbaz' },
  ],
  children: [{ id: 'omar', name: 'Omar\u00a0B.', transport: '', carrier: null }],
  places: [],
  rooms: [],
  teams: [],
  partners: [],
} as unknown as House);
const monday = '2026-11-23';

type Planned = NonNullable<RepairLine['after']>;
const planned = (start: number, staff: string[], more: Partial<Planned> = {}): Planned => ({
  activity: 'speech',
  occurrence: 0,
  start,
  staff,
  attendees: [],
  place: 'poplars',
  room: 'calm',
  locked: false,
  ...more,
});
const effect = (term: 'fragmentation' | 'travel', amount: number) => ({ term, amount, cost: amount * 10 });

function line(after: Planned | null, more: Partial<RepairLine> = {}): RepairLine {
  return {
    hit: {
      activity: 'speech',
      occurrence: 0,
      kind: 'session',
      label: 'orthophonie',
      children: ['omar'],
      start: 540,
      end: 585,
      staff: ['karine'],
      place: 'poplars',
    },
    room: 'calm',
    fixed: false,
    after,
    proposals: [
      {
        kind: 'cover',
        way: {
          occurrence: planned(540, ['nora']),
          effects: [effect('fragmentation', 1), effect('travel', 20)],
          unmet: 0,
          soft: 5,
          gives_way: null,
        },
      },
      { kind: 'move', way: { occurrence: planned(2040, ['karine']), effects: [effect('travel', -5)], unmet: 0, soft: 9, gives_way: null } },
    ],
    join: [],
    joined: null,
    reasons: [],
    ...more,
  };
}

const covered = line(planned(540, ['nora']));
const moved = line(planned(2040, ['karine']));
const cancelled = line(null);

describe('the repair of a week', () => {
  it('counts and tells a child who joins a group as kept', () => {
    const joined = line(null, {
      joined: { activity: 'cooking', occurrence: 0, label: 'Atelier cuisine', start: 840, staff: ['nora'], place: 'poplars' },
    });
    expect(effectsOf([joined])).toMatchObject({ kept: 1, all: 1, hours: 1 });
    expect(colleaguesOf([joined], 'karine')).toEqual(['nora']);
    expect(messagesOf([joined], house, monday, words.tell)[0]?.text).toContain(
      'est remplacé, cette fois, par Atelier cuisine, lundi 23\u00a0novembre à 14\u00a0h, avec Nora Elbaz.',
    );
    expect(asJoined(joined, joined.joined!)).toEqual({
      kind: 'join',
      activity: 'speech',
      occurrence: 0,
      into: { activity: 'cooking', occurrence: 0 },
    });
  });

  it('knows which proposal a line follows', () => {
    expect(followed(covered)?.kind).toBe('cover');
    expect(followed(moved)?.kind).toBe('move');
    expect(followed(cancelled)).toBeUndefined();
    expect(operationOf(planned(540, ['nora']))).toMatchObject({ kind: 'set', activity: 'speech', start: 540, staff: ['nora'] });
    expect(asCancelled(cancelled)).toEqual({ kind: 'unplan', activity: 'speech', occurrence: 0 });
  });

  it('adds up what changes for the week', () => {
    expect(effectsOf([covered, moved, cancelled])).toEqual({ kept: 2, all: 3, hours: 1, faces: 1, travel: 15 });
    expect(effectsOf([moved])).toEqual({ kept: 1, all: 1, hours: 1, faces: 0, travel: 0 });
  });

  it('names the colleagues whose week changes, not who is away', () => {
    expect(colleaguesOf([covered, moved, cancelled], 'karine')).toEqual(['nora']);
    expect(colleaguesOf([line(planned(540, ['karine']))], null)).toEqual([]);
  });

  it('writes to each family what becomes of the appointment, with the first name alone', () => {
    const texts = messagesOf([covered, moved, cancelled], house, monday, words.tell).map(({ text }) => text);
    expect(texts.map((text) => text.split('\n\n')[1])).toEqual([
      'Le rendez-vous prévu pour Omar (orthophonie) lundi 23\u00a0novembre à 9\u00a0h est maintenu avec Nora Elbaz.',
      'Le rendez-vous prévu pour Omar (orthophonie) lundi 23\u00a0novembre à 9\u00a0h aura lieu mardi 24\u00a0novembre à 10\u00a0h avec Karine Delmas.',
      'Le rendez-vous prévu pour Omar (orthophonie) lundi 23\u00a0novembre à 9\u00a0h est annulé.',
    ]);
    expect(messagesOf([line(null, { fixed: true })], house, monday, words.tell)).toEqual([]);
  });

  it('tells the family why it is cancelled, and never who drives', () => {
    const reasons = { [lineKey(cancelled)]: 'l’école est fermée' };
    expect(messagesOf([cancelled], house, monday, words.tell, reasons)[0]?.text).toContain('est annulé\u00a0: l’école est fermée.');
    expect(messagesOf([covered], house, monday, words.tell, reasons)[0]?.text).not.toContain('fermée');
    const rides = transportsOf([covered, moved, cancelled], house, monday, words.tell);
    expect(rides.map(({ text }) => text)).toEqual([
      'Bonjour,\n\nPour Omar, ces trajets changent\u00a0:\n' +
        '– lundi 23\u00a0novembre à 9\u00a0h, devient\u00a0: mardi 24\u00a0novembre à 10\u00a0h.\n' +
        '– lundi 23\u00a0novembre à 9\u00a0h\u00a0: annulé.\n\nMerci de nous confirmer que c’est noté.',
    ]);
    expect(transportsOf([covered], house, monday, words.tell)).toEqual([]);
  });

  it('names who drives and whom to reach there, and leaves a family that drives to its own message', () => {
    const [omar] = house.children;
    const drivenBy = (transport: 'firm' | 'family' | 'house') =>
      index({
        ...house,
        children: [{ ...omar!, transport, carrier: transport === 'firm' ? 'taxis' : null }],
        partners: [{ id: 'taxis', kind: 'other', name: 'Taxis du Lac', place: null, contacts: [] }],
      });
    const contacts = [
      { partner_id: 'taxis', name: 'Mme Roche', role: 'standard', phone: '04 71 00 00 17', email: 'roche@exemple.fr' },
      { partner_id: 'school', name: 'M. Okonski', role: '', phone: '', email: '' },
    ] as Contact[];
    const [firm] = transportsOf([cancelled], drivenBy('firm'), monday, words.tell, contacts);
    expect(firm).toMatchObject({ to: 'À Taxis du Lac, pour Omar\u00a0B.', reach: 'Mme Roche, standard, 04 71 00 00 17' });
    expect(firm?.text).not.toContain('Roche');
    expect(transportsOf([cancelled], drivenBy('house'), monday, words.tell)[0]?.to).toMatch(/minibus de la maison/);
    expect(transportsOf([cancelled], drivenBy('family'), monday, words.tell)).toEqual([]);
  });

  it('says who a line is about, or what it is', () => {
    expect(whoOf(covered, house)).toBe('Omar\u00a0B.');
    expect(whoOf(line(null, { hit: { ...covered.hit, children: [], label: 'préparation' } }), house)).toBe('Préparation');
  });
});
