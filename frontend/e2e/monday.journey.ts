import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { violationsOn } from './support/axe';
import { openWindow, screens, startBrowser } from './support/browser';
import { busiest, DAY } from './support/busiest';
import { eventually } from './support/condition';
import { enter } from './support/people';
import { guideStep } from './support/pictures';
import { RotaScreen } from './support/rota';
import { startDemo, type Server } from './support/server';

/** What a manager has patience for between the telephone and the first child. */
const MOST_CLICKS = 12;
/** What a full day has, and what is repaired in them. */
const APPOINTMENTS = 8;

/** Monday, seven o'clock: somebody calls in sick. From opening the page to the published week, as docs/guide/lundi-sept-heures.md tells it. */
describe('une absence à 7 heures', () => {
  let server: Server;
  let browser: Browser;

  // Each walk has the same Monday before it, so that the guide tells one story on the desk and on the phone.
  beforeEach(async () => {
    [server, browser] = await Promise.all([startDemo(), startBrowser()]);
  });
  afterEach(async () => {
    await browser?.close();
    await server?.stop();
  });

  /**
   * Walks the whole way, counting what is pressed. A list that is chosen from and a reason that is written count too.
   * `pictures` is what the names of the guide's pictures end in.
   */
  async function walk(page: Page, pictures: '' | '-telephone'): Promise<number> {
    let pressed = 0;
    const press = async (name: string | RegExp, within: Pick<Page, 'getByRole'> = page) => {
      pressed++;
      await within.getByRole('button', { name }).click();
    };
    const shown = (step: string) => guideStep(page, `lundi-${step}${pictures}`);
    const screen = new RotaScreen(page);
    const away = await busiest(screen);
    expect(away.count).toBeGreaterThanOrEqual(APPOINTMENTS);

    await press('Nouvelle absence');
    await page.getByRole('combobox', { name: 'Qui' }).fill(away.name);
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('Enter');
    pressed++;
    await page.getByLabel('Motif').selectOption('illness');
    pressed++;
    await shown('1-saisir');
    await press('Enregistrer', page.getByRole('dialog'));

    await page.getByRole('heading', { level: 1, name: `Absence de ${away.name}` }).waitFor();
    await page.getByRole('button', { name: /^Appliquer/ }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await eventually(() => page.getByRole('checkbox', { name: /^Reprendre/ }).count()).toBeGreaterThanOrEqual(away.count);
    await shown('2-propositions');

    const family = page.getByText(/^À la famille de/).first();
    await family.click();
    pressed++;
    await page
      .getByRole('button', { name: /^Copier le message/ })
      .first()
      .waitFor();
    await family.scrollIntoViewIfNeeded();
    await shown('3-prevenir');

    await press(/^Appliquer/);
    await page.waitForURL(/\/planning\/2026-W48\?planning=/);
    await page.locator('[data-key], section.person li').first().waitFor();
    await shown('4-relire');

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
    await shown('5-publier');
    await press('Publier la version 3', screen.dialog);
    await page
      .getByText(/publiée, version 3/)
      .first()
      .waitFor();
    await page
      .getByRole('button', { name: /^Version 3/ })
      .first()
      .waitFor();
    // What one has just done oneself is not told as if it were done elsewhere.
    expect(await page.getByText(/dans une autre fenêtre/).count()).toBe(0);
    await shown('6-publiee');
    // What was prepared for the families is still there to be sent.
    await page.getByRole('button', { name: 'Messages à envoyer' }).click();
    await page
      .getByText(/^À la famille/)
      .first()
      .click();
    await page
      .getByText(/^Bonjour,/)
      .first()
      .waitFor();
    expect(await violationsOn(page)).toEqual([]);
    return pressed;
  }

  test('se saisit, se répare et se publie en moins de douze clics', async () => {
    const desk = await openWindow(browser, server.url);
    await enter(desk.page, 'manager', '/absences');
    expect(await walk(desk.page, '')).toBeLessThanOrEqual(MOST_CLICKS);
    expect(desk.complaints.all).toEqual([]);
    await desk.context.close();
  });

  test('et d’un téléphone en aussi peu', async () => {
    const phone = await openWindow(browser, server.url, screens.phone);
    await enter(phone.page, 'manager', '/absences');
    expect(await walk(phone.page, '-telephone')).toBeLessThanOrEqual(MOST_CLICKS);
    expect(phone.complaints.all).toEqual([]);
    await phone.context.close();
  });
});
