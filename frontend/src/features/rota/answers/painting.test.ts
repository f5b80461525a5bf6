import { describe, expect, it } from 'vitest';
import { index } from '$lib/house';
import { sampleHouse, sampleRota } from '../sample';
import { activitiesOf } from '../words';
import { movesSight, reasonSight } from './painting';

const sample = sampleHouse();
const hall = { id: 'hall', place: 'poplars', name: 'Grande salle', seats: 20, features: [] };
const house = index({ ...sample, rooms: [...sample.rooms, hall] });
const rota = sampleRota();
const activities = activitiesOf(rota);
const [session] = rota.occurrences;
const context = { house, activities };
const of = (paint: ReadonlyMap<string, readonly { look: string; from: number }[]>) =>
  Object.fromEntries([...paint].map(([row, list]) => [row, list.map(({ look, from }) => `${look} ${from}`)]));

describe('what changes, on the grid', () => {
  const { start } = session!;
  const after = { ...session!, start: start + 60, staff: ['nora'], room: 'hall' };
  const sight = movesSight([{ activity: 'omar', before: session!, after }], context);

  it('stands where it was and where it would be, in the rows of everybody, of the child and of where it is', () => {
    const [was, is] = [`old ${start}`, `new ${start + 60}`];
    expect(of(sight('professionals'))).toEqual({ karine: [was], nora: [is] });
    expect(of(sight('children'))).toEqual({ omar: [was, is] });
    expect(of(sight('rooms'))).toEqual({ calm: [was], hall: [is] });
    expect(of(sight('places'))).toEqual({ poplars: [was, is] });
    expect(of(sight('teams'))).toEqual({ day: [was, is] });
    expect(sight('children').get('omar')?.[1]).toEqual({ from: start + 60, to: start + 105, look: 'new', mark: '+' });
  });
});

describe('the hours of a reason, on the grid', () => {
  const slots = [
    { professional: 'karine', starts: [600, 615] },
    { professional: 'nora', starts: [615, 700] },
  ];
  const activity = activities.get('omar');
  const show = (reason: { room?: string; place?: string; child?: string }, stands: typeof session | null = null, asked = activity) =>
    reasonSight({ reason: { slots, others: [], ...reason }, mark: '2' }, { activity: asked, stands, step: 15 }, house);

  it('join where they follow each other, in the rows of those they are refused to', () => {
    expect(show({})('professionals').get('karine')).toEqual([{ from: 600, to: 630, look: 'no', mark: '2' }]);
    expect(show({})('professionals').get('nora')).toHaveLength(2);
  });

  it('are painted once in the row of the child and of the team, whoever they are refused to', () => {
    for (const kind of ['children', 'teams'] as const) {
      const paint = show({})(kind);
      expect([...paint.keys()]).toEqual([kind === 'teams' ? 'day' : 'omar']);
      expect([...paint.values()][0]).toMatchObject([
        { from: 600, to: 630 },
        { from: 700, to: 715 },
      ]);
    }
  });

  it('are painted in the rows of the children a reason names, and of no other of the group', () => {
    const music = activities.get('music');
    expect([...show({}, null, music)('children').keys()]).toEqual(['omar', 'lina']);
    expect([...show({ child: 'lina' }, null, music)('children').keys()]).toEqual(['lina']);
  });

  it('are painted where the reason is about, else where it stands, else wherever it may stand', () => {
    const rooms = (...of: Parameters<typeof show>) => [...show(...of)('rooms').keys()];
    expect(rooms({ room: 'hall' }, session)).toEqual(['hall']);
    expect(rooms({}, session)).toEqual(['calm']);
    expect(rooms({ place: 'poplars' })).toEqual([]);
    expect(rooms({})).toEqual([]);
    const wants = (seats: number) => ({ ...activity!, room: { seats, features: [] } });
    expect(rooms({}, null, wants(1))).toEqual(['calm', 'hall']);
    expect(rooms({}, null, wants(9))).toEqual(['hall']);
    expect([...show({})('places').keys()]).toEqual(['poplars']);
  });

  it('are nowhere where nothing is known of what was asked about', () => {
    expect(show({}, null, undefined)('children').size).toBe(1);
    expect(
      reasonSight({ reason: { slots, others: [] }, mark: '1' }, { activity: undefined, stands: null, step: 15 }, house)('children').size,
    ).toBe(0);
  });
});
