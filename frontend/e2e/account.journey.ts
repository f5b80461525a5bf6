import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { House } from '../src/api/wire';
import { violationsOn } from './support/axe';
import type { Window } from './support/browser';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { enter } from './support/people';
import { RotaScreen } from './support/rota';

const MINUTE = 60_000;

/** What belongs to whoever is signed in, on every screen: the name in the tab, keys pressed alone, the end of the session. */
describe('le compte', () => {
  const house = demoHouse();
  let window: Window;
  let page: Page;

  beforeAll(async () => {
    window = await house.open();
    page = window.page;
  });

  test('chaque écran a son titre, et aucun ne nomme un enfant', async () => {
    await enter(page, 'manager', '/planning/2026-W48');
    const { children, professionals } = await new RotaScreen(page).read<House>('/house');
    const child = children[0]!;
    const titles = [
      ['/planning/2026-W48', 'Planning de la semaine 48 – Maillage'],
      ['/planning/2026-W49', 'Planning de la semaine 49 – Maillage'],
      ['/planning/2026-W48/comparer', 'Comparer, semaine 48 – Maillage'],
      ['/annee', 'Année 2026-2027 – Maillage'],
      ['/enfants', 'Enfants – Maillage'],
      [`/enfants/${child.id}`, 'Enfant, fiche – Maillage'],
      [`/equipe/${professionals[0]!.id}`, 'Professionnel, fiche – Maillage'],
      ['/maison', 'Maison – Maillage'],
      ['/maison/salles', 'Salles – Maillage'],
      ['/maison/reglages', 'Réglages de la maison – Maillage'],
    ] as const;
    for (const [path, title] of titles) {
      await page.goto(path);
      await eventually(() => page.title()).toBe(title);
    }
    await page.goto(`/enfants/${child.id}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await eventually(() => page.title()).toBe('Enfant, fiche – Maillage');
  });

  test('le plan du site mène partout où l’on peut aller, et nulle part ailleurs', async () => {
    const other = await house.open();
    for (const [role, some] of [
      ['manager', ['Planning', 'Semaine type', 'Importer un fichier', 'Heures faites']],
      ['professional', ['Mon planning', 'S’abonner']],
    ] as const) {
      await enter(other.page, role, '/annee');
      await other.page.getByRole('button', { name: /compte et affichage/ }).click();
      await other.page.getByRole('link', { name: 'Plan du site' }).click();
      const main = other.page.getByRole('main');
      await main.getByRole('heading', { level: 1, name: 'Plan du site' }).waitFor();
      const links = await main
        .getByRole('link')
        .evaluateAll((all) => all.map((a) => [a.textContent, a.getAttribute('href') ?? ''] as const));
      expect(links.map(([text]) => text)).toEqual(expect.arrayContaining([...some]));
      expect(links.some(([, href]) => href === '/importer')).toBe(role === 'manager');
      for (const [text, href] of links) {
        await other.page.goto(href);
        await eventually(() => other.page.title()).toMatch(/ – Maillage$/);
        await other.page.getByRole('main').getByRole('heading', { level: 1 }).first().waitFor();
        await eventually(() => other.page.locator('.skeleton, [aria-busy="true"]').count()).toBe(0);
        expect(await other.page.getByText('Cette page n’existe pas').count(), `${text}: ${href}`).toBe(0);
      }
    }
  });

  test('les touches seules se coupent, et le restent', async () => {
    await page.goto('/annee');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const search = page.getByRole('dialog', { name: /^Chercher/ });
    await page.keyboard.press('/');
    await search.waitFor();
    await page.keyboard.press('Escape');
    await search.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /compte et affichage/ }).click();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Coupées' }).click();
    await page.keyboard.press('Escape');
    await page.reload();
    await page.getByRole('heading', { level: 1 }).waitFor();
    const box = page.locator('.searchbox');
    await eventually(() => box.getAttribute('aria-keyshortcuts')).toBe(null);
    await page.keyboard.press('/');
    await box.click();
    await search.waitFor();
    await page.keyboard.press('Escape');
    await search.waitFor({ state: 'detached' });

    await page.goto('/enfants');
    await page.getByRole('table').waitFor();
    await page.keyboard.press('/');
    await eventually(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('INPUT');

    await page.goto('/planning/2026-W48');
    const screen = new RotaScreen(page);
    await screen.ready();
    await screen.grid.locator('[data-key][tabindex="0"]').focus();
    await page.keyboard.press('?');
    await page.keyboard.press('ArrowRight');
    await eventually(() => screen.dialog.count()).toBe(0);
    await page.getByRole('button', { name: /compte et affichage/ }).click();
    await page.getByRole('button', { name: 'Actives' }).click();
    await page.keyboard.press('Escape');
    await screen.grid.locator('[data-key][tabindex="0"]').focus();
    await page.keyboard.press('?');
    await screen.dialog.waitFor();
    await page.keyboard.press('Escape');
  });

  test('la fin de la session est annoncée, et un bouton la repousse', async () => {
    const other = await house.open();
    await other.page.clock.install();
    await enter(other.page, 'manager', '/enfants');
    await other.page.getByRole('heading', { level: 1 }).waitFor();
    await other.page.clock.runFor(698 * MINUTE);
    const warning = other.page.getByRole('dialog', { name: 'Votre session se termine bientôt' });
    await other.page.clock.runFor(5 * MINUTE);
    await warning.waitFor();
    await eventually(() => warning.textContent()).toMatch(/dans 1\d\sminutes/);
    expect(await violationsOn(other.page)).toEqual([]);
    await warning.getByRole('button', { name: 'Rester connecté' }).click();
    await warning.waitFor({ state: 'detached' });
    await other.page.clock.runFor(719 * MINUTE);
    await eventually(() => warning.textContent()).toContain('à tout moment');
    await warning.getByRole('button', { name: 'Se déconnecter' }).click();
    await other.page.getByRole('heading', { level: 1, name: /connect/i }).waitFor();
    expect(other.complaints.all).toEqual([]);
    await other.context.close();
  });
});
