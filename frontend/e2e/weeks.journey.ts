import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from './support/axe';
import { screens, type Window } from './support/browser';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { tabTo } from './support/keyboard';
import { enter } from './support/people';
import { RotaScreen } from './support/rota';

/** The year, absences, and weeks made from the ordinary week, with the keyboard where a hand would be slower. */
describe('les semaines', () => {
  const house = demoHouse();
  let manager: Window;
  let page: Page;

  beforeAll(async () => {
    manager = await house.open();
    page = manager.page;
  });

  test('un jour de l’année se ferme au clavier, et se rouvre', async () => {
    await enter(page, 'manager', '/annee');
    const today = page.locator('[data-date="2026-11-23"]');
    await tabTo(page, today);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await eventually(() => page.locator('[data-date="2026-12-01"]').evaluate((day) => day === document.activeElement)).toBe(true);
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByLabel('Motif affiché').fill('Pont');
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Enter');
    const closed = page.locator('[data-date="2026-12-01"]');
    await eventually(() => closed.getAttribute('aria-label')).toContain('Fermé, Pont');
    await page.getByRole('button', { name: 'Supprimer\u00a0: Pont' }).click();
    await eventually(() => closed.getAttribute('aria-label')).not.toContain('Fermé');
  });

  test('une professionnelle demande une absence au téléphone, une touche l’accepte', async () => {
    const phone = await house.open(screens.phone);
    await enter(phone.page, 'professional', '/mon-planning');
    await phone.page.getByRole('link', { name: 'Demander une absence' }).click();
    await phone.page.getByRole('button', { name: 'Demander une absence' }).click();
    await phone.page.getByLabel('Motif').selectOption('medical');
    expect(await violationsOn(phone.page)).toEqual([]);
    await phone.page.getByRole('button', { name: 'Envoyer la demande' }).click();
    await phone.page.getByText('En attente').waitFor();

    await enter(page, 'manager', '/absences');
    const accept = page.getByRole('button', { name: /^Accepter la demande de Maëlle Guéguen/ });
    expect(await violationsOn(page)).toEqual([]);
    await tabTo(page, accept);
    await page.keyboard.press('a');
    await page.getByText('Absence de Maëlle Guéguen acceptée.').waitFor();
    await page.getByRole('button', { name: 'Annuler' }).click();
    await page.getByText('La demande de Maëlle Guéguen attend de nouveau une décision.').waitFor();
    await tabTo(page, accept);
    await page.keyboard.press('a');
    await page.getByText(/acceptée par Claire Vasseur, le 2/).waitFor();
    await phone.page.reload();
    await phone.page.getByText('Acceptée', { exact: true }).waitFor();
    expect(phone.complaints.all).toEqual([]);
  });

  test('la semaine type se planifie, se publie, et les semaines en viennent', async () => {
    await enter(page, 'manager', '/semaine-type');
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Nouvelle semaine type' }).click();
    await page.getByLabel('Partir de').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Créer et ouvrir' }).click();
    await page.getByRole('heading', { level: 1, name: /^Semaine type/ }).waitFor();
    await page.getByRole('button', { name: 'Publier…' }).click();
    // An ordinary week is lived every week: what the convention ties to agreement asks for a signed reason here too.
    await page.getByRole('dialog').getByRole('heading', { name: 'Règles de travail' }).waitFor();
    await new RotaScreen(page).giveReasons('Accord des personnes, le 20 novembre');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Publier/ })
      .click();
    await page
      .getByText(/publiée, version 1/)
      .first()
      .waitFor();

    await enter(page, 'manager', '/planning/2026-W50');
    await page.getByRole('button', { name: /d’après la semaine type/ }).waitFor();
    await page.getByRole('button', { name: /d’après la semaine type/ }).click();
    await page.getByRole('button', { name: 'Refaire d’après la semaine type' }).click();
    await page
      .getByText(/^Semaine préparée/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /d’après la semaine type/ }).click();
    await page.getByRole('button', { name: 'Comparer à la semaine type' }).click();
    await page.getByRole('dialog', { name: /^Écarts avec/ }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(manager.complaints.all).toEqual([]);
  });
});
