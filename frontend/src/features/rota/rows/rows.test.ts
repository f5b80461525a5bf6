import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OptionsAnswer } from '$api/wire';
import { index } from '$lib/house';
import { isWaiting } from '$ui/rota/waiting';
import { buildModel } from '../grid-model';
import { applyGuess } from '../guess';
import { sampleHouse, sampleRota, sampleWeek } from '../sample';
import { rowKinds, type RowKind } from './kinds';
import { askedBy, optionsOn, type Carried } from './moves';

const house = index(sampleHouse());
const model = (rows: RowKind, team: string | null = null) =>
  buildModel({ rota: sampleRota(), house, week: sampleWeek(), team, rows }, null);

describe('rows of any kind', () => {
  it('gives every block a row that is shown and a name of its own, and a second look changes nothing', () => {
    const anywhere = fc.record({
      start: fc.nat(4 * 96).map((quarter) => quarter * 15),
      staff: fc.subarray(['karine', 'nora'], { minLength: 1 }),
      room: fc.constantFrom(null, 'calm'),
      place: fc.constantFrom(null, 'poplars'),
    });
    fc.assert(
      fc.property(fc.constantFrom(...rowKinds), fc.array(anywhere, { maxLength: 6 }), fc.constantFrom(null, 'day'), (rows, list, team) => {
        const rota = sampleRota();
        const first = rota.occurrences[0]!;
        rota.occurrences = list.map((one, occurrence) => ({ ...first, ...one, occurrence, attendees: [] }));
        const source = { rota, house, week: sampleWeek(), team, rows };
        const built = buildModel(source, null);
        const shown = new Set(built.rows.map(({ id }) => id));
        expect(new Set(built.blocks.map(({ key }) => key)).size).toBe(built.blocks.length);
        for (const block of built.blocks) expect(shown.has(block.row)).toBe(true);
        for (const row of built.rows) expect(row.group === '' || built.groups.some(({ id }) => id === row.group)).toBe(true);
        const again = buildModel(source, built);
        for (const [at, block] of again.blocks.entries()) expect(block).toBe(built.blocks[at]);
      }),
    );
  });

  it('shows what is planned of a child’s needs and what waits, and names the activity in the block', () => {
    const { rows, blocks } = model('children');
    const lina = rows.find(({ id }) => id === 'lina');
    expect(lina).toMatchObject({ detail: '1 à planifier', planned: 90, contract: 135 });
    const [omar] = blocks;
    expect(omar).toMatchObject({ key: 'omar/0/omar', row: 'omar' });
    expect(omar?.text.forms[0]).toBe('Psychomotricité');
    expect(omar?.description).toContain('Omar\u00a0B., mardi 24');
    expect(omar?.description).toContain('Karine Delmas');
  });

  it('stands a room under its place, and a team with the hours of all its people', () => {
    expect(model('rooms').rows[0]).toMatchObject({ id: 'calm', group: 'poplars', planned: 135 });
    expect(model('places').rows[0]).toMatchObject({ id: 'poplars', group: 'site' });
    expect(model('teams').rows[0]).toMatchObject({ id: 'day', planned: 270, contract: 3360 });
    expect(model('teams', 'nobody').blocks).toEqual([]);
  });
});

describe('what waits', () => {
  it('stands in the rows of its children only, one block for each activity, under the key it has once it is planned', () => {
    const rota = sampleRota();
    rota.unplanned = [
      { activity: 'lina', occurrence: 1 },
      { activity: 'music', occurrence: 0 },
      { activity: 'lina', occurrence: 2 },
    ];
    const of = (rows: RowKind) => buildModel({ rota, house, week: sampleWeek(), team: null, rows }, null).waiting;
    const waiting = of('children') ?? [];
    expect(waiting.map(({ key, row }) => [key, row])).toEqual([
      ['lina/1/lina', 'lina'],
      ['music/0/omar', 'omar'],
      ['music/0/lina', 'lina'],
    ]);
    expect(waiting.every(isWaiting)).toBe(true);
    expect(waiting[0]).toMatchObject({
      ref: 'lina/1',
      colour: { code: 'MO' },
      description: 'Lina\u00a0M., 45\u00a0min, à planifier',
      text: {
        forms: ['2\u00a0×\u00a0Orthophonie', '2\u00a0×\u00a0Psy.', '2\u00a0×\u00a0Orthopho.', '2\u00a0×\u00a0Ortho.', '2\u00a0×\u00a0Or.'],
      },
    });
    for (const kind of rowKinds) if (kind !== 'children') expect(of(kind)).toBeNull();
  });

  it('is the same block as before while nothing about it changed, and leaves when it is planned', () => {
    const source = { rota: sampleRota(), house, week: sampleWeek(), team: null, rows: 'children' as const };
    const before = buildModel(source, null);
    expect(buildModel({ ...source, rota: sampleRota() }, before).waiting?.[0]).toBe(before.waiting?.[0]);
    const rota = applyGuess(source.rota, [{ kind: 'set', activity: 'lina', occurrence: 0, start: 600 }]);
    const after = buildModel({ ...source, rota }, before);
    expect(after.waiting).toEqual([]);
    expect(after.blocks.map(({ key }) => key)).toContain(before.waiting?.[0]?.key);
  });
});

describe('what a drop asks for', () => {
  const rota = sampleRota();
  const occurrence = rota.occurrences[0]!;
  const activity = rota.activities[0]!;
  const carried = (kind: RowKind, from: string | null): Carried => ({
    kind,
    ref: { activity: 'omar', occurrence: 0 },
    activity,
    occurrence: from === null ? undefined : occurrence,
    from,
    house,
    copies: false,
  });
  const answer: OptionsAnswer = {
    rows: [
      { professional: 'karine', starts: [600], reason: null },
      { professional: 'nora', starts: [900], reason: null },
    ],
  };

  it('changes the hour along a row, whatever its kind', () => {
    for (const kind of rowKinds)
      expect(askedBy(carried(kind, 'here'), { row: 'here', start: 600 }, null)).toEqual({
        operation: { kind: 'set', activity: 'omar', occurrence: 0, start: 600 },
      });
  });

  it('keeps the people of what is copied in the row of one of them', () => {
    const copy: Carried = { ...carried('professionals', null), occurrence };
    expect(askedBy(copy, { row: 'karine', start: 600 }, answer)).toMatchObject({ operation: { staff: occurrence.staff } });
    expect(askedBy(copy, { row: 'nora', start: 600 }, answer)).toMatchObject({ operation: { staff: ['nora'] } });
  });

  it('changes the person or the room, and refuses another child or team', () => {
    const ask = (kind: RowKind, from: string, row: string) => askedBy(carried(kind, from), { row, start: 600 }, answer);
    expect(ask('professionals', 'karine', 'nora')).toMatchObject({ operation: { staff: ['nora'] } });
    expect(ask('children', 'omar', 'lina')).toEqual({ refusal: 'Lina\u00a0M. n’en fait pas partie' });
    expect(ask('rooms', 'other', 'calm')).toHaveProperty('refusal');
    const withRoom = { ...carried('rooms', 'other'), activity: { ...activity, room: { seats: 1, features: [] } } };
    expect(askedBy(withRoom, { row: 'calm', start: 600 }, answer)).toMatchObject({ operation: { room: 'calm', place: 'poplars' } });
    expect(ask('teams', 'day', 'night')).toHaveProperty('refusal');
  });

  it('gives what comes from the tray to somebody of the team who is free then', () => {
    expect(askedBy(carried('teams', null), { row: 'day', start: 900 }, answer)).toMatchObject({ operation: { staff: ['nora'] } });
    expect(askedBy(carried('teams', null), { row: 'day', start: 615 }, answer)).toHaveProperty('refusal');
  });

  it('says where it may go: the own hours in the own row, nowhere in another child’s', () => {
    const options = optionsOn(carried('children', 'omar'), answer);
    expect([...(options.get('omar')?.starts ?? [])]).toEqual([600]);
    expect(options.get('lina')).toMatchObject({ reason: 'autre enfant' });
    expect([...(optionsOn(carried('teams', null), answer).get('day')?.starts ?? [])]).toEqual([600, 900]);
    expect(optionsOn(carried('places', 'x'), answer).has('poplars')).toBe(false);
  });
});
