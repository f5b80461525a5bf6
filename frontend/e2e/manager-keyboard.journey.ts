import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Window } from './support/browser';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { chooseByKeyboard, pressOn, tabTo } from './support/keyboard';
import { signInByKeyboard } from './support/people';
import { hourWords, RotaScreen, type Move } from './support/rota';

/** The same week without ever touching a mouse. */
describe('la cheffe de service, au clavier seul', () => {
  const house = demoHouse();
  let window: Window;
  let page: Page;
  let screen: RotaScreen;
  let moves: Move[];

  /** Enters the grid by Tab; the arrows then walk in it. */
  const enterGrid = () => tabTo(page, screen.grid.locator('[data-key][tabindex="0"]'));

  /** Takes the session under the focus to an hour of its day by arrow keys. */
  async function carryTo(move: Move, start: number): Promise<void> {
    await page.keyboard.press('Space');
    await screen.veil.waitFor({ state: 'attached' });
    const steps = (start - move.occurrence.start) / 15;
    for (let step = 0; step < Math.abs(steps); step++) await page.keyboard.press(steps > 0 ? 'ArrowRight' : 'ArrowLeft');
    await eventually(() => screen.said.textContent()).toContain(hourWords(start));
  }

  beforeAll(async () => {
    window = await house.open();
    page = window.page;
    screen = new RotaScreen(page);
  });

  test('entre et arrive sur la semaine', async () => {
    await signInByKeyboard(page, 'manager');
    await screen.ready();
    moves = await screen.possibleMoves(await screen.peopleInSight(), 2);
  });

  test('lit pourquoi un besoin n’est pas planifié', async () => {
    const tray = page.getByRole('region', { name: 'À planifier' });
    await pressOn(page, tray.getByRole('button', { name: 'Tout voir' }));
    await tabTo(page, tray.locator('li button'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await screen.panel.locator('ol li').first().waitFor();
    await pressOn(page, screen.panel.getByRole('button', { name: 'Fermer le volet' }));
    await pressOn(page, tray.getByRole('button', { name: 'Réduire' }));
  });

  test('prend une séance, la déplace et la pose', async () => {
    const move = moves[0]!;
    await enterGrid();
    await screen.walkTo(move);
    await carryTo(move, move.start);
    await eventually(() => screen.said.textContent()).toMatch(/: libre/);
    await page.keyboard.press('Enter');
    await screen.isAt(move, move.start);
    await eventually(() => screen.block(move).evaluate((block) => block === document.activeElement)).toBe(true);
  });

  test('renonce avec Échap', async () => {
    const move = moves[1]!;
    await screen.walkTo(move);
    await carryTo(move, move.start);
    await page.keyboard.press('Escape');
    await screen.veil.waitFor({ state: 'detached' });
    await screen.isAt(move, move.occurrence.start);
  });

  test('ne peut pas poser une séance sur une autre, et lit ce qui gêne', async () => {
    window.complaints.expect(422, /\/api\/rotas\/[^/]+$/);
    const [one, inTheWay] = await screen.neighbours(await screen.peopleInSight());
    const { start } = inTheWay.occurrence;
    await screen.walkTo(one);
    await carryTo({ ...one, start }, start);
    await page.keyboard.press('Enter');
    await eventually(() => screen.said.textContent()).toContain('n’a pas bougé');
    await eventually(() => screen.said.textContent()).toContain(inTheWay.child);
    await screen.isAt(one, one.occurrence.start);
  });

  test('déplace par le formulaire', async () => {
    const move = moves[1]!;
    await screen.walkTo(move);
    await page.keyboard.press('Enter');
    await pressOn(page, screen.panel.getByRole('button', { name: 'Déplacer…' }));
    await chooseByKeyboard(page, screen.dialog.getByLabel('Heure'), new RegExp(`^${hourWords(move.start)}(?!\\s\\d)`));
    await screen.dialog.getByText(/^Possible\./).waitFor();
    await pressOn(page, screen.dialog.getByRole('button', { name: 'Déplacer', exact: true }));
    await screen.dialog.waitFor({ state: 'detached' });
    await screen.isAt(move, move.start);
    await pressOn(page, screen.panel.getByRole('button', { name: 'Fermer le volet' }));
  });

  test('verrouille, annule, rétablit, même après avoir rechargé la page', async () => {
    const move = moves[0]!;
    await enterGrid();
    await screen.walkTo(move);
    await page.keyboard.press('l');
    await eventually(() => screen.block(move).getAttribute('aria-label')).toContain('verrouillé');
    await page.keyboard.press('Control+z');
    await eventually(() => screen.block(move).getAttribute('aria-label')).not.toContain('verrouillé');
    await page.keyboard.press('Control+z');
    await screen.isAt(moves[1]!, moves[1]!.occurrence.start);
    await page.reload();
    await screen.ready();
    await enterGrid();
    await page.keyboard.press('Control+z');
    await screen.isAt(move, move.occurrence.start);
    await page.keyboard.press('Control+Shift+Z');
    await screen.isAt(move, move.start);
  });

  test('fait proposer, arrête et garde le meilleur dans un nouveau brouillon', async () => {
    const before = await screen.rota();
    await pressOn(page, screen.tools.getByRole('button', { name: 'Proposer…' }));
    await tabTo(page, screen.dialog.getByRole('radio', { name: /^Seulement les manques/ }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await pressOn(page, screen.dialog.getByRole('button', { name: 'Proposer', exact: true }));
    await pressOn(page, screen.panel.getByRole('button', { name: 'Arrêter et garder ce planning' }));
    await eventually(() => page.url()).toContain('planning=');
    await screen.ready();
    expect((await screen.rota()).summary.number).toBeGreaterThan(before.summary.number);
  });

  test('publie', async () => {
    await pressOn(page, screen.tools.getByRole('button', { name: 'Publier…' }));
    await screen.dialog.getByRole('heading', { name: 'Qui est concerné' }).waitFor();
    await screen.giveReasons('Accord des personnes');
    await pressOn(page, screen.dialog.getByRole('button', { name: 'Publier la version 3' }));
    await page.getByText('Semaine 48 publiée, version 3.').first().waitFor();
    expect((await screen.week()).published?.version).toBe(3);
  });
});
