import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KeptRecord } from '$api/records';
import type { Session } from '$api/wire';
import { book } from '$lib/records/book.svelte';
import type { KindSpec } from '$lib/records/model';
import { navigate } from '$lib/router.svelte';
import { startSession } from '$lib/session.svelte';
import { dismiss, toasts } from '$lib/toasts.svelte';
import RecordSheet from '$ui/records/RecordSheet.svelte';
import { violations } from '$ui/testing/axe';
import { duty } from './kinds/demands';
import { place } from './kinds/house';

/** The records of a house as the server holds them. Only the network is replaced. */
const kept = new Map<string, KeptRecord>();
let sent: Record<string, unknown>[];
let refusal: { status: number; fields: { path: string; key: string; args: null }[] } | null;
let before: KeptRecord | undefined;

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json' } });
const problem = (status: number, code: string, fields: object[] = []) =>
  json({ type: 'about:blank', title: '', status, code, fields, breaches: [] }, status);

async function serve(request: Request): Promise<Response> {
  const [, , , kind, id, verb] = new URL(request.url).pathname.split('/');
  const record = kept.get(id ?? '');
  if (!id) return json({ records: [...kept.values()].filter((one) => one['of'] === kind), total: 0 });
  if (!record) return problem(404, 'not_found');
  if (request.method === 'GET') return json(record);
  const body = (await request.json()) as Record<string, unknown>;
  if (verb === 'undo') return json(put({ ...before!, version: record.version + 1 }));
  sent.push(body);
  if (refusal) return problem(refusal.status, 'invalid', refusal.fields);
  if (body['version'] !== record.version) return problem(409, 'stale');
  before = record;
  return json(put({ ...record, ...body, version: record.version + 1 }));
}

function put(record: KeptRecord): KeptRecord {
  kept.set(record.id, record);
  return record;
}

const head = {
  version: 1,
  created_at: '2026-09-01T06:00:00Z',
  updated_at: '2026-09-01T06:00:00Z',
  archived_at: null,
  can: { change: true },
};
const school = (): KeptRecord => ({
  ...head,
  id: 'school',
  of: 'place',
  name: 'École des Acacias',
  kind: 'school',
  code: 'ACA',
  sector: 'Nord',
  address: '',
  latitude: null,
  longitude: null,
  hours: [{ letter: '', day: 0, from: 510, to: 690 }],
});

async function open(spec: KindSpec, id: string) {
  render(RecordSheet, { spec, id });
  await screen.findByRole('heading', { level: 1 });
  await waitFor(() => expect(document.querySelector('.skeleton')).toBeNull());
}

async function retype(label: string | RegExp, text: string) {
  const field = screen.getByLabelText(label);
  await userEvent.clear(field);
  await userEvent.type(field, text);
}

const value = (label: string | RegExp) => (screen.getByLabelText(label) as HTMLInputElement).value;
const save = () => userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));

beforeEach(() => {
  kept.clear();
  sent = [];
  refusal = null;
  vi.stubGlobal('fetch', serve);
  vi.stubGlobal('scrollTo', () => undefined);
  startSession({
    account: { id: 'claire' },
    facility: { time_zone: 'Europe/Paris' },
    now: '2026-11-23T06:52',
    can: { records: { professional: { read: 'all', create: true }, place: { read: 'all', create: true } } },
  } as unknown as Session);
  put(school());
});
afterEach(() => {
  navigate('/', { replace: true });
  for (const { id } of [...toasts()]) dismiss(id);
  vi.unstubAllGlobals();
});

describe('a sheet', () => {
  it('sends what was changed, keeps what no form knows, and takes it back', async () => {
    put({ ...school(), later: 'kept' });
    await open(place, 'school');
    await retype('Secteur', 'Sud');
    await save();
    await waitFor(() => expect(kept.get('school')).toMatchObject({ sector: 'Sud', later: 'kept', version: 2 }));
    expect(toasts().at(-1)?.text).toBe('Modification enregistrée.');
    toasts().at(-1)?.action?.run();
    await waitFor(() => expect(value('Secteur')).toBe('Nord'));
    expect(await violations()).toEqual([]);
  });

  it('says what is missing before anything is sent, at its field, with the focus there', async () => {
    await open(place, 'school');
    await userEvent.clear(screen.getByLabelText('Nom'));
    await save();
    expect(sent).toEqual([]);
    expect(screen.getByRole('alert').textContent).toMatch(/^1\svaleur à corriger/);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Nom')));
    expect(screen.getByLabelText('Nom').getAttribute('aria-invalid')).toBe('true');
  });

  it('says what the server refused at its field, and keeps what was typed', async () => {
    await open(place, 'school');
    refusal = { status: 422, fields: [{ path: 'code', key: 'already_exists', args: null }] };
    await retype(/^Code/, 'BEL');
    await save();
    await waitFor(() => expect(screen.getByLabelText(/^Code/).getAttribute('aria-invalid')).toBe('true'));
    const described = screen.getByLabelText(/^Code/).getAttribute('aria-describedby')!.split(' ');
    expect(described.map((id) => document.getElementById(id)?.textContent).join(' ')).toContain('déjà pris');
    expect(value(/^Code/)).toBe('BEL');
    refusal = null;
    await save();
    await waitFor(() => expect(kept.get('school')?.['code']).toBe('BEL'));
  });

  it('loses nothing when somebody else saved meanwhile: what one changed is that one’s, what both changed is asked', async () => {
    await open(place, 'school');
    await retype('Secteur', 'Sud');
    put({ ...school(), sector: 'Centre', address: '1 rue des Acacias', version: 2 });
    await save();
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('Centre');
    await userEvent.click(within(dialog).getAllByRole('radio')[1]!);
    await userEvent.click(within(dialog).getByRole('button', { name: 'Enregistrer ce choix' }));
    await waitFor(() => expect(kept.get('school')).toMatchObject({ sector: 'Sud', address: '1 rue des Acacias', version: 3 }));
  });
});

describe('opening hours', () => {
  const text = () => screen.getByLabelText('Les mêmes heures, en texte') as HTMLTextAreaElement;

  it('are written as they are drawn, and drawn as they are written', async () => {
    await open(place, 'school');
    expect(text().value).toMatch(/^lun\.\s8\sh\s30\s–\s11\sh\s30$/);
    await retype('Les mêmes heures, en texte', 'mar 9h-10h');
    const cell = screen.getByRole('gridcell', { name: /^mar\., 9\sh,/ });
    expect(cell.getAttribute('aria-selected')).toBe('true');
    await save();
    await waitFor(() => expect(kept.get('school')?.['hours']).toEqual([{ letter: '', day: 1, from: 540, to: 600 }]));
  });

  it('are painted by keyboard: Space, then Shift and the arrows, over days too', async () => {
    await open(place, 'school');
    await userEvent.click(screen.getByRole('button', { name: 'Tout effacer' }));
    screen.getByRole('gridcell', { name: /^lun\., 9\sh,/ }).focus();
    await userEvent.keyboard(' {Shift>}{ArrowRight}{ArrowDown}{/Shift}');
    expect(text().value).toMatch(/^lun\.\s–\smar\.\s9\sh\s–\s10\sh$/);
    await userEvent.keyboard(' ');
    expect(text().value).toMatch(/^lun\.\s9\sh\s–\s10\sh\s; mar\.\s9\sh\s–\s9\sh\s30$/);
  });

  it('differ from week A to week B where that is asked for', async () => {
    await open(place, 'school');
    await userEvent.click(screen.getByRole('button', { name: 'Semaines A et B' }));
    expect(screen.getAllByRole('grid')).toHaveLength(2);
    await retype('Les mêmes heures, en texte', 'lun A 9h-10h; lun B 14h-15h');
    await save();
    await waitFor(() =>
      expect(kept.get('school')?.['hours']).toEqual([
        { letter: 'A', day: 0, from: 540, to: 600 },
        { letter: 'B', day: 0, from: 840, to: 900 },
      ]),
    );
  });

  it('that cannot be read are said, and nothing is sent', async () => {
    await open(place, 'school');
    await retype('Les mêmes heures, en texte', 'lundi matin');
    await save();
    expect(sent).toEqual([]);
    expect(text().getAttribute('aria-invalid')).toBe('true');
  });
});

describe('the people a session needs', () => {
  const meals = (): KeptRecord => ({
    ...head,
    ...duty.blank(new URLSearchParams(), book),
    id: 'meals',
    of: 'duty',
    label: 'Repas',
    count: 5,
    seats: [
      { professions: ['nurse'], skills: [], one_of: [] },
      { professions: [], skills: [], one_of: ['anne'] },
    ],
  });
  const lines = () => within(screen.getByRole('group', { name: 'Personnes nécessaires' })).getAllByRole('listitem');
  const line = (text: RegExp) => lines().find((one) => text.test(one.textContent ?? ''))!;

  beforeEach(() => {
    put({ ...head, id: 'anne', of: 'professional', first_name: 'Anne', last_name: 'Keller', profession: 'nurse' });
    put(meals());
  });

  it('are trades or some people; who is chosen how stays with its line when another goes', async () => {
    await open(duty, 'meals');
    expect(line(/Infirm/)).toBeTruthy();
    expect(line(/Anne\sKeller/)).toBeTruthy();
    await userEvent.click(within(line(/Infirm/)).getByRole('button', { name: 'Une personne précise' }));
    await userEvent.click(screen.getByRole('button', { name: /^Retirer.*2$/ }));
    await userEvent.click(screen.getByRole('button', { name: 'Ajouter une personne à prévoir' }));
    expect(screen.getAllByLabelText('Métiers possibles')).toHaveLength(1);
    await save();
    await waitFor(() => expect(sent[0]?.['seats']).toEqual(Array(2).fill({ professions: [], skills: [], one_of: [] })));
  });

  it('say what the server refused of one of them', async () => {
    await open(duty, 'meals');
    refusal = { status: 422, fields: [{ path: 'seats[0].professions', key: 'unknown_id', args: null }] };
    await retype('Nom', 'Repas de midi');
    await save();
    await waitFor(() => expect(screen.getByLabelText('Métiers possibles').getAttribute('aria-invalid')).toBe('true'));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Métiers possibles')));
  });
});
