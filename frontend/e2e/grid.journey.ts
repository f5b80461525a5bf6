import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { OptionsAnswer } from '../src/api/wire';
import { violationsOn } from './support/axe';
import { screens, type Window } from './support/browser';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { chooseByKeyboard, tabTo } from './support/keyboard';
import { enter } from './support/people';
import { hourWords, RotaScreen, type Move } from './support/rota';
import { speak } from './support/states';
import { touchDrag } from './support/touch';

const DAY = 1440;

/** A session with one child of these that can go to another hour of its day with the same person, as it stands in the child's row. */
async function movable(screen: RotaScreen, children: readonly string[]): Promise<Move> {
  const { summary, people } = await screen.rota();
  for (const session of await screen.sessions(people.map(({ professional }) => professional))) {
    const { activity, occurrence, start } = session.occurrence;
    const [child] = session.activity.children;
    if (!child || !children.includes(child)) continue;
    const { rows } = await screen.read<OptionsAnswer>(`/rotas/${summary.id}/options`, { activity, occurrence, seat: 0 });
    const free = rows.find(({ professional }) => professional === session.person)?.starts ?? [];
    const other = free.find((one) => one !== start && Math.floor(one / DAY) === Math.floor(start / DAY));
    if (other !== undefined) return { ...session, person: child, start: other };
  }
  throw new Error('no session of a child in sight can move within its day');
}

/** The same week looked at by child, room, place and team, along the hours and as cards. */
describe('la grille, autrement', () => {
  const house = demoHouse();
  let window: Window;
  let page: Page;
  let screen: RotaScreen;
  let moves: Move[];

  const rows = (): Locator => page.getByLabel('Lignes');

  /** A session as it stands in the row of its child. */
  const ofChild = (move: Move): Move => ({ ...move, person: move.activity.children[0]! });

  beforeAll(async () => {
    window = await house.open();
    page = window.page;
    screen = new RotaScreen(page);
    await enter(page, 'manager', '/planning/2026-W48');
    await screen.ready();
    moves = await screen.possibleMoves(await screen.peopleInSight(), 4);
  });

  test('montre une ligne par enfant, et l’adresse le garde', async () => {
    await rows().selectOption({ label: 'Enfants' });
    await screen.grid.getByRole('columnheader', { name: /Enfant/ }).waitFor();
    await eventually(() => page.url()).toContain('lignes=enfants');
    await page.reload();
    await screen.ready();
    await eventually(() => rows().inputValue()).toBe('children');
    await eventually(() => screen.grid.getByRole('rowheader', { name: /prévues sur .*à planifier/ }).count()).toBeGreaterThan(5);
  });

  test('déplace une séance dans la ligne de son enfant, à la souris', async () => {
    const move = ofChild(moves[0]!);
    const block = screen.block(move);
    for (let scrolled = 0; scrolled < 30 && (await block.count()) === 0; scrolled++) {
      await screen.grid.evaluate((grid) => grid.scrollBy(0, 300));
      await eventually(() => screen.grid.locator('[data-key]').count()).toBeGreaterThan(0);
    }
    await screen.dragByMouse(move);
    await eventually(() => screen.said.textContent()).toMatch(/: libre/);
    await page.mouse.up();
    await screen.isAt(moves[0]!, move.start);
  });

  test('ne donne pas la séance d’un enfant à un autre, et dit pourquoi', async () => {
    const move = ofChild(moves[0]!);
    const block = screen.block(move);
    await block.focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await eventually(() => screen.said.textContent()).toContain('n’en fait pas partie');
    await page.keyboard.press('Enter');
    await eventually(() => screen.said.textContent()).toMatch(/n’a pas bougé\s: .*n’en fait pas partie/);
    await screen.isAt(moves[0]!, move.start);
  });

  test('montre dans la ligne de l’enfant ce qui attend, dit pourquoi, et le planifie à la souris et au clavier', async () => {
    await screen.grid.getByRole('columnheader', { name: 'À planifier' }).waitFor();
    const first = screen.grid.locator('.waiting [data-key]').first();
    await first.click();
    await screen.panel.getByRole('heading', { name: /^Pourquoi/ }).waitFor();
    await screen.panel.getByRole('button', { name: 'Fermer le volet' }).click();

    const move = ofChild(moves[0]!);
    const planned = screen.block(move).and(screen.grid.locator('.c [data-key]'));
    const waiting = screen.block(move).and(screen.grid.locator('.waiting [data-key]'));
    const hasKeyboard = (block: Locator) => eventually(() => block.evaluate((element) => element === document.activeElement));
    await planned.focus();
    await page.keyboard.press('Delete');
    await waiting.waitFor();
    await eventually(() => waiting.getAttribute('aria-label')).toMatch(/à planifier$/);
    const box = (await waiting.boundingBox())!;
    await page.mouse.move(box.x + 6, box.y + 6);
    await page.mouse.down();
    await page.mouse.move(box.x + 14, box.y + 8);
    await screen.aim(move.person, move.start, (x, y) => page.mouse.move(x, y));
    await page.mouse.up();
    await screen.isAt(moves[0]!, move.start);

    await planned.focus();
    await page.keyboard.press('Delete');
    await waiting.focus();
    // What has no hour is neither locked nor removed once more.
    await page.keyboard.press('Delete');
    await page.keyboard.press('Space');
    for (let day = 0; day < Math.floor(move.start / DAY); day++) await page.keyboard.press('PageDown');
    const steps = ((move.start % DAY) - 540) / 15;
    for (let step = 0; step < Math.abs(steps); step++) await page.keyboard.press(steps > 0 ? 'ArrowRight' : 'ArrowLeft');
    await eventually(() => screen.said.textContent()).toContain(hourWords(move.start));
    await page.keyboard.press('Enter');
    await screen.isAt(moves[0]!, move.start);
    await hasKeyboard(planned).toBe(true);
  });

  test('montre salles, lieux et équipes, au clavier', async () => {
    for (const [kind, head] of [
      ['Salles', 'Salle'],
      ['Lieux', 'Lieu'],
      ['Équipes', 'Équipe'],
    ] as const) {
      await tabTo(page, rows());
      await chooseByKeyboard(page, rows(), new RegExp(`^${kind}$`));
      await screen.grid.getByRole('columnheader', { name: new RegExp(`^${head}`) }).waitFor();
      await screen.ready();
      const first = screen.grid.locator('[data-key][tabindex="0"]');
      await tabTo(page, first);
      await page.keyboard.press('ArrowRight');
      await eventually(() => page.evaluate(() => document.activeElement?.hasAttribute('data-key'))).toBe(true);
    }
    await rows().selectOption({ label: 'Professionnels' });
    await eventually(() => page.url()).not.toContain('lignes=');
  });

  test('passe en cartes : des noms entiers, l’heure devant', async () => {
    await page.getByRole('button', { name: 'Cartes' }).click();
    await eventually(() => page.url()).toContain('vue=cartes');
    await screen.grid.getByText('après-midi').first().waitFor();
    const move = moves[1]!;
    const card = screen.block(move);
    await eventually(() => card.textContent()).toContain(move.child);
    await eventually(() => card.getAttribute('aria-label')).toMatch(/^\d{1,2}:\d{2} /);
    await card.click();
    await eventually(() => card.getAttribute('aria-pressed')).toBe('true');
    await screen.panel.getByRole('button', { name: 'Fermer le volet' }).click();
  });

  test('porte une carte au clavier comme dans l’autre présentation', async () => {
    const move = moves[1]!;
    await screen.block(move).focus();
    await page.keyboard.press('Space');
    const steps = (move.start - move.occurrence.start) / 15;
    for (let step = 0; step < Math.abs(steps); step++) await page.keyboard.press(steps > 0 ? 'ArrowRight' : 'ArrowLeft');
    await eventually(() => screen.said.textContent()).toContain(hourWords(move.start));
    await eventually(() => screen.said.textContent()).toMatch(/: libre/);
    await page.keyboard.press('Enter');
    await screen.isAt(move, move.start);
  });

  test('pose une carte à l’heure possible la plus proche, dite avant', async () => {
    const move = moves[2]!;
    const block = screen.block(move);
    await block.scrollIntoViewIfNeeded();
    const box = (await block.boundingBox())!;
    const { left, right, y } = await screen.cell(move.person, move.start);
    const morning = move.start % DAY < 750;
    await page.mouse.move(box.x + 6, box.y + 6);
    await page.mouse.down();
    await page.mouse.move(box.x + 14, box.y + 8);
    await screen.grid.locator('.slot').first().waitFor();
    await page.mouse.move(left + (right - left) * (morning ? 0.3 : 0.7), y);
    await eventually(() => screen.said.textContent()).toMatch(/: libre/);
    const spoken = /(\d{1,2})\u00a0h(?:\u00a0(\d{2}))?/.exec((await screen.said.textContent()) ?? '')!;
    const said = Math.floor(move.start / DAY) * DAY + Number(spoken[1]) * 60 + Number(spoken[2] ?? 0);
    await page.mouse.up();
    await screen.isAt(move, said);
  });

  test('colore par équipe plutôt que par modalité, et la légende suit', async () => {
    const colours = page.getByLabel('Couleurs');
    await tabTo(page, colours);
    await chooseByKeyboard(page, colours, /^Équipes$/);
    await eventually(() => page.url()).toContain('couleurs=equipes');
    const legend = page.getByRole('button', { name: 'TR', exact: true });
    await legend.click();
    await eventually(() => screen.grid.locator('[data-key].dim').count()).toBeGreaterThan(20);
    await legend.click();
    await colours.selectOption({ label: 'Modalités' });
    await eventually(() => page.url()).not.toContain('couleurs=');
    await eventually(() => screen.grid.locator('[data-key].dim').count()).toBe(0);
  });

  test('garde la présentation d’une semaine à l’autre', async () => {
    await page.getByRole('button', { name: 'Semaine suivante' }).click();
    await eventually(() => page.url()).toMatch(/2026-W49.*vue=cartes/);
  });

  test('cherche dans la grille, au clavier : / puis Entrée, le nombre est dit', async () => {
    await page.goto('/planning/2026-W48');
    await screen.ready();
    const { child } = moves[3]!;
    await tabTo(page, screen.grid.locator('[data-key][tabindex="0"]'));
    await page.keyboard.press('/');
    const field = page.getByRole('searchbox', { name: 'Chercher dans la grille' });
    await eventually(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
    await page.keyboard.type(child.split(/\s/)[0]!);
    await page.getByText(/^\d+\sséances?$/).waitFor();
    await page.keyboard.press('Enter');
    await eventually(() => screen.said.textContent()).toMatch(/^1 sur \d+\s: /);
    await eventually(() => screen.grid.locator('[data-pointed]').count()).toBe(1);
    await page.keyboard.press('Enter');
    await eventually(() => screen.said.textContent()).toMatch(/^2 sur \d+\s: /);
    await eventually(() => screen.grid.locator('[data-key].dim').count()).toBeGreaterThan(20);
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await eventually(() => screen.grid.locator('[data-key].dim').count()).toBe(0);
    await eventually(() => page.evaluate(() => document.activeElement?.hasAttribute('data-key'))).toBe(true);
  });

  test('filtre par sorte et par métier, et montre qui le droit du travail concerne', async () => {
    const filters = page.getByRole('button', { name: /^Filtrer/ });
    await filters.click();
    await page.getByLabel('Sorte').selectOption({ label: 'Réunions et rencontres' });
    await eventually(() => screen.grid.locator('[data-k="one"]:not(.dim)').count()).toBe(0);
    await eventually(() => screen.grid.locator('[data-k="meet"]:not(.dim)').count()).toBeGreaterThan(0);
    await page.getByLabel('Métier').selectOption({ label: 'orthophoniste' });
    await page.getByRole('button', { name: 'Tout montrer', exact: true }).click();
    await eventually(() => screen.grid.locator('[data-key].dim').count()).toBe(0);
    const law = screen.tools.locator('button.law');
    await law.click();
    await eventually(() => screen.grid.locator('[data-key].dim').count()).toBeGreaterThan(0);
    await law.click();
    await eventually(() => screen.grid.locator('[data-key].dim').count()).toBe(0);
  });

  test('n’a aucun défaut pour axe, dans les deux langues', async () => {
    for (const language of ['fr', 'en'] as const) {
      const other = await house.open();
      await speak(other.page, language);
      await enter(other.page, 'manager', '/planning/2026-W48?vue=cartes');
      const there = new RotaScreen(other.page);
      await there.ready();
      expect(await violationsOn(other.page)).toEqual([]);
      await other.page.goto('/planning/2026-W48?lignes=enfants');
      await there.grid.locator('.waiting [data-key]').first().waitFor();
      expect(await violationsOn(other.page)).toEqual([]);
      await other.page.goto('/planning/2026-W48?lignes=equipes');
      await there.ready();
      expect(await violationsOn(other.page)).toEqual([]);
      await other.page.getByRole('button', { name: language === 'fr' ? 'Filtrer' : 'Filter', exact: true }).click();
      await other.page.getByLabel(language === 'fr' ? 'Métier' : 'Profession').waitFor();
      expect(await violationsOn(other.page, { without: '[role="grid"]' })).toEqual([]);
      await other.context.close();
    }
  }, 120_000);

  test('déplace du doigt dans la ligne d’un enfant', async () => {
    const tablet = await house.open(screens.tablet);
    const hand = new RotaScreen(tablet.page);
    await enter(tablet.page, 'manager', '/planning/2026-W48?lignes=enfants');
    await hand.ready();
    const inSight = await hand.peopleInSight();
    const move = await movable(hand, inSight);
    await touchDrag(hand, move);
    await hand.isAt(move, move.start);
    expect(tablet.complaints.all).toEqual([]);
    await tablet.context.close();
  });
});
