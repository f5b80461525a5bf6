import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Id } from '../src/api/wire';
import { eventually } from './support/condition';
import { violationsOn } from './support/axe';
import { openWindow, screens, startBrowser, type Window } from './support/browser';
import { tabTo } from './support/keyboard';
import { enter } from './support/people';
import { RotaScreen } from './support/rota';
import { startDemo, type Server } from './support/server';

const DAY = 1440;
/** What a manager has patience for between the telephone and the first child. */
const MOST_CLICKS = 12;
/** What a full day has, and what is repaired in them. */
const APPOINTMENTS = 8;

/** Monday, seven o'clock: somebody calls in sick. From opening the page to the published week. */
describe('une absence à 7 heures', () => {
  let server: Server;
  let browser: Browser;
  let window: Window;
  let page: Page;
  let rota: RotaScreen;
  /** Whose absence is not repaired yet. */
  let missing = '';

  /** Who has the most appointments on Monday. */
  async function busiest(): Promise<{ id: Id; name: string; count: number }> {
    const week = await rota.week();
    const [published, house] = [
      await rota.read<Awaited<ReturnType<RotaScreen['rota']>>>(`/rotas/${week.published?.id}`),
      await rota.house(),
    ];
    const counts = new Map<Id, number>();
    for (const { staff, start, fixed } of published.occurrences) {
      if (start < DAY && !fixed) for (const id of staff) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const [id, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
    return { id, count, name: house.professionals.find((one) => one.id === id)?.name ?? '' };
  }

  beforeAll(async () => {
    [server, browser] = await Promise.all([startDemo(), startBrowser()]);
    window = await openWindow(browser, server.url);
    page = window.page;
    rota = new RotaScreen(page);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  /** From opening the page to the published week, counting what is pressed. A list that is chosen from and a reason that is written count too. */
  async function walk(on: Page, version: number, appointments: number): Promise<number> {
    let pressed = 0;
    const press = async (name: string | RegExp, within: Pick<Page, 'getByRole'> = on) => {
      pressed++;
      await within.getByRole('button', { name }).click();
    };
    const screen = new RotaScreen(on);
    const away = await busiest();
    expect(away.count).toBeGreaterThanOrEqual(appointments);
    await press('Nouvelle absence');
    await on.getByRole('combobox', { name: 'Qui' }).fill(away.name);
    await on.getByRole('option').first().waitFor();
    await on.keyboard.press('Enter');
    pressed++;
    await on.getByLabel('Motif').selectOption('illness');
    await press('Enregistrer', on.getByRole('dialog'));
    await on.getByRole('heading', { level: 1, name: `Absence de ${away.name}` }).waitFor();
    await on.getByRole('button', { name: /^Appliquer/ }).waitFor();
    expect(await violationsOn(on)).toEqual([]);
    await eventually(() => on.getByRole('checkbox', { name: /^Reprendre/ }).count()).toBeGreaterThanOrEqual(away.count);
    await press(/^Appliquer/);
    await on.waitForURL(/\/planning\/2026-W48\?planning=/);
    await press('Publier…');
    await screen.dialog.getByRole('heading', { name: 'Qui est concerné' }).waitFor();
    const draft = await screen.rota();
    expect(draft.occurrences.filter(({ start, staff }) => start < DAY && staff.includes(away.id))).toEqual([]);
    expect(draft.breaches).toEqual([]);
    // What the version before was signed for is proposed again; what is new asks for a reason.
    for (const field of await screen.dialog.getByRole('textbox', { name: 'Motif' }).all()) {
      if (await field.inputValue()) continue;
      pressed++;
      await field.fill('Remplacement, accord du 23 novembre');
    }
    await press(`Publier la version ${version}`, screen.dialog);
    await on
      .getByText(new RegExp(`publiée, version ${version}`))
      .first()
      .waitFor();
    return pressed;
  }

  test('se saisit, se répare et se publie en moins de douze clics', async () => {
    await enter(page, 'manager', '/absences');
    expect(await walk(page, 3, APPOINTMENTS)).toBeLessThanOrEqual(MOST_CLICKS);
    expect(window.complaints.all).toEqual([]);
  });

  test('et d’un téléphone en aussi peu', async () => {
    const phone = await openWindow(browser, server.url, screens.phone);
    await enter(phone.page, 'manager', '/absences');
    expect(await walk(phone.page, 4, APPOINTMENTS / 2)).toBeLessThanOrEqual(MOST_CLICKS);
    expect(phone.complaints.all).toEqual([]);
    await phone.context.close();
  });

  test('se choisit ligne par ligne au clavier, chaque choix est vérifié avec les autres', async () => {
    await enter(page, 'manager', '/absences');
    const away = await busiest();
    await page.request.post('/api/records/absence', {
      data: {
        version: 0,
        professional_id: away.id,
        child_id: null,
        from_date: '2026-11-23',
        from_minute: 0,
        to_date: '2026-11-23',
        to_minute: DAY,
        repeats: '',
        repeat_until: null,
        reason: 'illness',
      },
    });
    missing = away.name;
    await page.reload();
    await tabTo(page, page.getByRole('link', { name: new RegExp(`^Réparer le planning\\s: ${missing}`) }));
    await page.keyboard.press('Enter');
    // A line about one child, whose family there is something to tell.
    const lines = page.getByRole('checkbox', { name: /^Reprendre .+\s\p{Lu}\., /u, checked: true });
    await lines.first().waitFor();
    const taken = await lines.first().getAttribute('aria-label');
    const box = page.getByRole('checkbox', { name: taken ?? '', exact: true });
    const first = page.getByRole('listitem').filter({ has: box });
    await tabTo(page, box);
    await page.keyboard.press('Space');
    await first.getByText('Annulé cette semaine').waitFor();
    await tabTo(page, first.getByRole('textbox', { name: 'Motif de l’annulation' }));
    await page.keyboard.type('l’atelier est fermé');
    await page
      .getByText(/est annulé\s: l’atelier est fermé\./)
      .first()
      .waitFor({ state: 'attached' });
    await page
      .getByText(/^(Au transport de|À Taxis de l’Ambelle, pour)/)
      .first()
      .waitFor();
    await tabTo(page, first.getByRole('button', { name: /^Autres choix/ }));
    await page.keyboard.press('Enter');
    const choice = first.locator('.way').nth(1);
    const words = (await choice.locator('b').innerText()).trim();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await first.locator('.then b', { hasText: words }).waitFor();
    expect(window.complaints.all).toEqual([]);
  });

  test('se lit et s’applique au téléphone', async () => {
    const phone = await openWindow(browser, server.url, screens.phone);
    await enter(phone.page, 'manager', '/absences');
    await phone.page.getByRole('link', { name: new RegExp(`^Réparer le planning\\s: ${missing}`) }).click();
    await phone.page.getByRole('button', { name: /^Appliquer/ }).waitFor();
    expect(await violationsOn(phone.page)).toEqual([]);
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await phone.page
      .getByText(/^À la famille de/)
      .first()
      .click();
    await phone.page
      .getByRole('button', { name: /^Copier le message/ })
      .first()
      .waitFor();
    const line = phone.page.getByRole('listitem').filter({ has: phone.page.getByRole('checkbox', { name: /^Reprendre/, checked: true }) });
    await line.first().getByRole('checkbox').uncheck();
    await phone.page.getByRole('textbox', { name: 'Motif de l’annulation' }).first().fill('l’atelier est fermé');
    await phone.page.getByRole('button', { name: /^Appliquer/ }).click();
    await phone.page.waitForURL(/\/planning\/2026-W48\?planning=/);
    // Why it was cancelled stands with what waits to be planned, on the desk too.
    const { cancelled } = await new RotaScreen(phone.page).rota();
    expect(cancelled.map(({ reason }) => reason)).toContain('l’atelier est fermé');
    await page.goto(phone.page.url());
    await rota.ready();
    await page.getByRole('button', { name: 'Tout voir' }).click();
    const waiting = page.getByRole('region', { name: 'À planifier' }).getByRole('button', { name: /annulé\s: l’atelier est fermé/ });
    await waiting.first().click();
    await rota.panel.getByText(/^Annulée par Claire Vasseur, le .*\s: l’atelier est fermé\.$/).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(phone.complaints.all).toEqual([]);
  });
});
