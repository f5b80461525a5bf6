import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Meeting, NewCalendar } from '../src/api/wire';
import { screens, type Window } from './support/browser';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { eventsByUID } from './support/ics';
import { chooseByKeyboard, pressOn, tabTo } from './support/keyboard';
import { enter, signIn, signInByKeyboard } from './support/people';
import { hourWords, RotaScreen } from './support/rota';

const SUBJECT = 'Point d’étape avec l’école';

/** The coordinator fixes a meeting with a partner; it is everywhere it has to be. */
describe('la coordinatrice', () => {
  const house = demoHouse();
  let window: Window;
  let page: Page;
  let meeting: Meeting;
  let address: string;

  const list = async () => {
    const answer = await page.request.get('/api/meetings?from=2026-11-23&to=2026-12-31');
    return ((await answer.json()) as { meetings: Meeting[] }).meetings;
  };

  /** Types a part of a name into a field and takes the name it finds. */
  const choose = async (label: string, typed: string, name: RegExp) => {
    await page.getByLabel(label).click();
    await page.keyboard.type(typed);
    await page.getByRole('option', { name }).click();
  };

  beforeAll(async () => {
    window = await house.open();
    page = window.page;
    const colleague = await house.browser.newContext({ baseURL: house.server.url });
    await colleague.request.post('/api/session/demo', { data: { key: 'professional' } });
    const made = await colleague.request.post('/api/calendars', { data: { name: 'Téléphone', detail: 'work' } });
    address = ((await made.json()) as NewCalendar).address;
    await colleague.close();
  });

  test('cherche les créneaux communs, trajets compris, à la souris', async () => {
    await signIn(page, 'coordinator');
    await page.getByRole('heading', { level: 1, name: 'Rencontres' }).waitFor();
    await page.getByRole('link', { name: 'Nouvelle rencontre' }).click();
    await page.getByLabel('Objet').fill(SUBJECT);
    await choose('Enfant concerné', 'Lina', /^Lina\sM\./);
    await choose('De notre maison', 'gueguen', /Maëlle Guéguen/);
    await choose('Partenaires et famille', 'marchetti', /Marchetti/);
    await page.getByLabel('Durée').selectOption('45');
    await page.getByLabel('Du', { exact: true }).fill('2026-11-24');
    await page.getByLabel('Au', { exact: true }).fill('2026-11-27');
    await page.getByRole('button', { name: 'Chercher les créneaux' }).click();
    await page.getByRole('heading', { name: /propositions?$/ }).waitFor();
    await eventually(() => page.getByRole('radio').count()).toBeGreaterThan(0);
    await page.getByText('Tout le monde est libre').first().waitFor();
  });

  test('en fixe un : rien n’est fait avant la confirmation', async () => {
    const before = await list();
    await page.getByRole('radio').first().check();
    await page.getByRole('button', { name: 'Fixer ce créneau…' }).click();
    const dialog = page.getByRole('dialog', { name: /Fixer la rencontre/ });
    await dialog.getByText(/2\spersonnes de la maison/).waitFor();
    await eventually(() => list()).toHaveLength(before.length);
    await dialog.getByRole('button', { name: /^Fixer pour 2\spersonnes$/ }).click();
    await page.getByRole('heading', { level: 1, name: 'La rencontre est fixée' }).waitFor();
    const known = new Set(before.map(({ id }) => id));
    meeting = (await list()).find(({ id }) => !known.has(id))!;
    expect(meeting.title).toBe(SUBJECT);
    await page.getByRole('link', { name: 'Toutes les rencontres' }).click();
    await page.getByText(SUBJECT).first().waitFor();
  });

  test('elle est verrouillée dans le planning, à côté des réunions d’équipe', async () => {
    const office = await house.open();
    const screen = new RotaScreen(office.page);
    await enter(office.page, 'manager', '/planning/2026-W48');
    await screen.ready();
    await screen.grid
      .getByRole('button', { name: new RegExp(`${SUBJECT}.*rencontre fixée`) })
      .first()
      .waitFor();
    await eventually(() => screen.grid.getByRole('button', { name: /Réunion d’équipe/ }).count()).toBeGreaterThan(5);
    await eventually(() => screen.grid.getByRole('button', { name: new RegExp(SUBJECT) }).count()).toBe(2);

    // The next proposal plans around it.
    await screen.tools.getByRole('button', { name: 'Proposer…' }).click();
    await screen.dialog.getByRole('radio', { name: /^(Tout refaire|Tout reprendre)/ }).check();
    await screen.dialog.getByRole('button', { name: 'Proposer', exact: true }).click();
    await screen.panel.getByRole('button', { name: 'Arrêter et garder ce planning' }).click();
    await eventually(() => office.page.url()).toContain('planning=');
    const { occurrences, activities, counters } = await screen.rota();
    const length = new Map(activities.map(({ id, duration }) => [id, duration]));
    const fixed = occurrences.find(({ activity }) =>
      activities.some(({ id, fixed: held, label }) => id === activity && held && label === SUBJECT),
    )!;
    const end = fixed.start + meeting.duration;
    const others = occurrences.filter((one) => one !== fixed && one.staff.some((id) => fixed.staff.includes(id)));
    const during = others.filter((one) => one.start < end && one.start + (length.get(one.activity) ?? 0) > fixed.start);
    expect([fixed.start % 1440, during, counters.conflicts]).toEqual([meeting.start, [], 0]);
    expect(office.complaints.all).toEqual([]);
    await office.context.close();
  });

  test('elle est dans « Mon planning » et dans l’agenda de la collègue', async () => {
    const phone = await house.open(screens.phone);
    await enter(phone.page, 'professional', '/mon-planning/2026-W48');
    const day = new Date(`${meeting.date}T00:00:00Z`).getUTCDay() - 1;
    await phone.page.getByRole('group', { name: 'Jours de la semaine' }).getByRole('button').nth(day).click();
    const card = phone.page.getByRole('article').filter({ hasText: SUBJECT });
    await eventually(() => card.innerText()).toContain(hourWords(meeting.start));
    expect(phone.complaints.all).toEqual([]);
    await phone.context.close();

    const stamp = `${meeting.date.replaceAll('-', '')}T${clock(meeting.start)}00`;
    const starts = [...eventsByUID(await (await fetch(address)).text()).values()].map((event) => event.get('DTSTART'));
    expect(starts).toContain(stamp);
  });

  test('fait de même au clavier seul, puis annule la rencontre', async () => {
    const desk = await house.open();
    const keys = desk.page.keyboard;
    await signInByKeyboard(desk.page, 'coordinator');
    await pressOn(desk.page, desk.page.getByRole('link', { name: 'Nouvelle rencontre' }));
    await tabTo(desk.page, desk.page.getByLabel('Objet'));
    await keys.type('Synthèse à distance');
    await tabTo(desk.page, desk.page.getByLabel('De notre maison'));
    await keys.type('keller');
    await desk.page.getByRole('option', { name: /Anne Keller/ }).waitFor();
    await keys.press('ArrowDown');
    await keys.press('Enter');
    await desk.page.getByText('Anne Keller').first().waitFor();
    await tabTo(desk.page, desk.page.getByLabel('Présence d’Anne Keller'));
    await chooseByKeyboard(desk.page, desk.page.getByLabel('Présence d’Anne Keller'), /utile/);
    await tabTo(desk.page, desk.page.getByLabel('Durée'), 'Shift+Tab');
    await chooseByKeyboard(desk.page, desk.page.getByLabel('Durée'), /^45\smin$/);
    await pressOn(desk.page, desk.page.getByRole('button', { name: 'À distance' }));
    await pressOn(desk.page, desk.page.getByRole('button', { name: 'Chercher les créneaux' }));
    await desk.page.getByRole('heading', { name: /propositions?$/ }).waitFor();
    await tabTo(desk.page, desk.page.getByRole('radio').first());
    await keys.press('ArrowDown');
    await pressOn(desk.page, desk.page.getByRole('button', { name: 'Fixer ce créneau…' }));
    await pressOn(desk.page, desk.page.getByRole('dialog').getByRole('button', { name: /^Fixer pour/ }));
    await desk.page.getByRole('heading', { level: 1, name: 'La rencontre est fixée' }).waitFor();
    await pressOn(desk.page, desk.page.getByRole('link', { name: 'Toutes les rencontres' }));
    await pressOn(desk.page, desk.page.getByRole('button', { name: /^Annuler.*Synthèse à distance/ }));
    await pressOn(desk.page, desk.page.getByRole('dialog').getByRole('button', { name: 'Annuler la rencontre' }));
    await eventually(async () => (await list()).map(({ title }) => title)).not.toContain('Synthèse à distance');
    expect(desk.complaints.all).toEqual([]);
    await desk.context.close();
  });
});

function clock(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join('');
}
