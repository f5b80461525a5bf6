import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from './support/axe';
import { busiest, DAY } from './support/busiest';
import { screens, type Window } from './support/browser';
import { demoHouse } from './support/house';
import { tabTo } from './support/keyboard';
import { enter } from './support/people';
import { RotaScreen } from './support/rota';

/** The lines of a repair, each chosen by itself: by keyboard alone, and on a phone. The short way through is in monday.journey.ts. */
describe('une absence à réparer', () => {
  const house = demoHouse();
  let window: Window;
  let page: Page;
  let rota: RotaScreen;
  /** Whose absence is not repaired yet. */
  let missing = '';

  beforeAll(async () => {
    window = await house.open();
    page = window.page;
    rota = new RotaScreen(page);
  });

  test('se choisit ligne par ligne au clavier, chaque choix est vérifié avec les autres', async () => {
    await enter(page, 'manager', '/absences');
    const away = await busiest(rota);
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
    const phone = await house.open(screens.phone);
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
