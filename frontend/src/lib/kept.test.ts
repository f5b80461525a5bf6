import { beforeEach, expect, test, vi } from 'vitest';
import type { House, MyWeek, Session } from '$api/wire';
import { copyOf } from './keep-week';
import { allowHere, allowedHere, dropCopy, keepCopy, keepOnlyFor, keptAnswer } from './kept.svelte';

const session: Session = {
  account: { id: 'zoe', name: 'Zoé Martin', email: 'zoe@example.org', role: 'professional', professional_id: 'p-zoe', initials: 'ZM' },
  facility: { id: 'f', name: 'DIME des Tilleuls', time_zone: 'Europe/Paris', school_zone: 'A', demo: false },
  planning_week: '2026-W48',
  now: '2026-11-23T23:50',
  lasts_minutes: 720,
  can: {
    edit_rota: true,
    publish_rota: true,
    propose: true,
    create_meeting: true,
    read_team: true,
    own_week: true,
    records: { child: { read: 'own', create: false } },
  },
};
const item: MyWeek['items'][number] = {
  activity: 'a',
  occurrence: 0,
  kind: 'session',
  label: 'musique',
  modality: 'MO',
  start: 600,
  end: 645,
  children: [{ id: 'lina', discreet_name: 'Li. M.', modality: 'MO' }],
  place: 'school',
  room: null,
  travel_before: 0,
  with: [],
  fixed: false,
  change: null,
};
const week: MyWeek = {
  week: '2026-W48',
  number: 48,
  first_day: '2026-11-23',
  previous: '2026-W47',
  next: '2026-W49',
  version: 2,
  published_at: '2026-11-20T10:00:00Z',
  note: '',
  days: [],
  items: [item],
  removed: [],
  since: { looked_at: '2026-11-20T10:00:00Z', first: true, changes: [] },
};
const professional = (id: string, name: string) => ({ id, name, lunch: null }) as House['professionals'][number];
const place = (id: string, name: string) => ({ id, name, kind: 'school', code: 'ABC', sector: '' }) as House['places'][number];
const house: House = {
  modalities: [{ code: 'MO', name: 'Milieu ordinaire' }],
  places: [place('school', 'École des Tilleuls'), place('home', 'Domicile de Noé')],
  rooms: [],
  teams: [],
  professionals: [professional('p-zoe', 'Zoé Martin'), professional('p-eric', 'Éric Petit')],
  children: [{ id: 'lina', name: 'Lina Martin' } as House['children'][number]],
  partners: [],
};

const at = (instant: string) => vi.setSystemTime(instant);
const answer = async (path: string) => (await keptAnswer(path)?.json()) as unknown;

beforeEach(() => {
  vi.useFakeTimers();
  at('2026-11-23T08:00:00Z');
  window.history.replaceState(null, '', '/mon-planning');
  return () => vi.useRealTimers();
});

test('nothing is kept before somebody allows it', async () => {
  keepCopy(copyOf(session, house, [week]));
  expect(localStorage.length).toBe(0);
  await allowHere('zoe');
  keepCopy(copyOf(session, house, [week]));
  expect(await answer('/api/my/weeks/2026-W48')).toEqual({ ...week, since: null });
});

test('the copy holds one’s own week and nothing else of the house', async () => {
  const text = JSON.stringify(copyOf(session, house, [week]));
  for (const known of ['Li. M.', 'École des Tilleuls', 'Milieu ordinaire']) expect(text).toContain(known);
  for (const secret of ['Lina', 'Noé', 'Éric', 'example.org']) expect(text).not.toContain(secret);
  const { can } = copyOf(session, house, [week]).session;
  expect(Object.entries(can).filter(([, may]) => may === true)).toEqual([['own_week', true]]);
});

test('it answers on the screen of one’s own week only, and only what that screen asks', async () => {
  await allowHere('zoe');
  keepCopy(copyOf(session, house, [week]));
  at('2026-11-23T08:20:30Z');
  expect(await answer('/api/session')).toMatchObject({ now: '2026-11-24T00:10', account: { id: 'zoe', email: '' } });
  for (const other of ['/api/my/weeks/2026-W50', '/api/absences', '/api/weeks/2026-W48']) expect(keptAnswer(other)).toBeNull();
  window.history.replaceState(null, '', '/absences');
  expect(keptAnswer('/api/house')).toBeNull();
});

test('it goes when the session would have ended, and when the clock was set back', async () => {
  await allowHere('zoe');
  for (const [later, there] of [
    ['2026-11-23T19:59:00Z', true],
    ['2026-11-23T20:00:00Z', false],
    ['2026-11-23T07:59:00Z', false],
  ] as const) {
    at('2026-11-23T08:00:00Z');
    keepCopy(copyOf(session, house, [week]));
    at(later);
    expect(keptAnswer('/api/house') !== null, later).toBe(there);
    expect(localStorage.getItem('maillage.kept') !== null, later).toBe(there);
  }
});

test('it goes with the session; the choice stays for the same account and goes with another', async () => {
  await allowHere('zoe');
  keepCopy(copyOf(session, house, [week]));
  await keepOnlyFor('zoe');
  expect(keptAnswer('/api/house')).not.toBeNull();
  await keepOnlyFor(null);
  expect(keptAnswer('/api/house')).toBeNull();
  expect(allowedHere('zoe')).toBe(true);
  keepCopy(copyOf(session, house, [week]));
  await keepOnlyFor('eric');
  expect(localStorage.length).toBe(0);
  dropCopy();
});
