import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { violationsOn } from './support/axe';
import { screens, type Window } from './support/browser';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { tabTo } from './support/keyboard';
import { enter, type Role } from './support/people';

/** Sheets and the workbook are asked for on a desk by mouse and by keyboard, and on a phone; what is in them is the server's to test. */
describe('imprimer', () => {
  const house = demoHouse();
  const windows: Window[] = [];

  async function at(role: Role, path: string, screen: keyof typeof screens = 'desk'): Promise<Page> {
    const window = await house.open(screens[screen]);
    windows.push(window);
    await enter(window.page, role, path);
    return window.page;
  }

  /** The name of the file that comes when something is done, and how it begins. */
  async function taken(page: Page, act: () => Promise<void>): Promise<string> {
    const [download] = await Promise.all([page.waitForEvent('download'), act()]);
    const content = await readFile(await download.path());
    return `${download.suggestedFilename()} ${content.subarray(0, 4).toString('latin1')}`;
  }

  const menu = (page: Page) => page.getByRole('button', { name: /choisir un autre planning/ });
  const dialog = (page: Page) => page.getByRole('dialog', { name: 'Imprimer ou exporter' });
  const pdf = (page: Page) => dialog(page).getByRole('link', { name: 'Télécharger le PDF' });

  test('la semaine d’une équipe, d’un enfant, et le classeur', async () => {
    const page = await at('manager', '/planning/2026-W48');
    await menu(page).click();
    await page.getByRole('button', { name: 'Imprimer…' }).click();
    await dialog(page).waitFor();
    await dialog(page).getByLabel('Équipe', { exact: true }).selectOption({ label: 'Équipe accueil de jour' });
    expect(await violationsOn(page)).toEqual([]);
    expect(await taken(page, () => pdf(page).click())).toBe('planning-2026-W48-equipes.pdf %PDF');
    await dialog(page).getByText('Semaine d’un enfant').click();
    await dialog(page).getByLabel('Enfant', { exact: true }).selectOption({ index: 1 });
    await eventually(() => pdf(page).getAttribute('href')).toMatch(/sheets\/child\?language=fr&of=./);
    expect(await taken(page, () => pdf(page).click())).toBe('planning-2026-W48-enfants.pdf %PDF');
    expect(await taken(page, () => dialog(page).getByRole('link', { name: 'Classeur Excel' }).click())).toBe(
      'planning-2026-W48.xlsx PK\u0003\u0004',
    );
  });

  test('au clavier', async () => {
    const page = await at('manager', '/planning/2026-W48');
    await tabTo(page, menu(page));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: 'Imprimer…' }));
    await page.keyboard.press('Enter');
    await dialog(page).waitFor();
    await tabTo(page, dialog(page).getByRole('radio', { name: /Semaine d’équipe/ }));
    await page.keyboard.press('ArrowDown');
    await eventually(() => pdf(page).getAttribute('href')).toMatch(/sheets\/person\?/);
    await tabTo(page, pdf(page));
    expect(await taken(page, () => page.keyboard.press('Enter'))).toBe('planning-2026-W48-personnes.pdf %PDF');
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
  });

  test('ma semaine, sur le téléphone', async () => {
    const page = await at('professional', '/mon-planning/2026-W48', 'phone');
    const mine = page.getByRole('link', { name: 'Imprimer ma semaine' });
    expect(await taken(page, () => mine.click())).toBe('planning-2026-W48-personnes.pdf %PDF');
  });
});
