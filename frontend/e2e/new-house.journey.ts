import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openWindow, startBrowser, type Window } from './support/browser';
import { eventually } from './support/condition';
import { BEFORE_AUTUMN, NewHouse } from './support/new-house';
import { signInAsFounder } from './support/people';
import { startNewHouse, type Server } from './support/server';

/** The first hour of somebody who comes with her workbook: from an empty database to published weeks, by the screens alone. */
describe('une maison neuve, du classeur au planning publié', () => {
  let server: Server;
  let browser: Browser;
  let window: Window;
  let page: Page;
  let house: NewHouse;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startNewHouse('DIME des Tilleuls', BEFORE_AUTUMN), startBrowser()]);
    window = await openWindow(browser, server.url);
    page = window.page;
    house = new NewHouse(page);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(() => expect(window.complaints.all).toEqual([]));

  test('la première connexion mène à l’import', async () => {
    await signInAsFounder(page);
    await page.getByRole('link', { name: 'Importer un fichier' }).click();
    await page.getByRole('heading', { level: 1, name: 'Importer un fichier' }).waitFor();
  });

  test('un classeur avec des fautes : chacune est dite, rien n’est enregistré', async () => {
    await house.read('withMistakes');
    const { children } = await house.screen.house();
    expect(children).toEqual([]);
    await page.getByRole('button', { name: 'Choisir un autre fichier' }).click();
  });

  test('le classeur corrigé : relu, importé, et l’accueil coche ce qui est fait', async () => {
    await house.read('right');
    await house.importAll();
    const { children, professionals } = await house.screen.house();
    expect([children.length, professionals.length]).toEqual([45, 30]);
    await page.getByRole('link', { name: 'Étape suivante' }).click();
    await page.getByText(/^45\senfants, 103\sbesoins\.$/).waitFor();
  });

  test.each(['A', 'B'] as const)('la semaine type %s se propose et se publie', async (letter) => {
    await house.template(letter);
    await house.screen.publishFirst('Accord des personnes');
  });

  test('trois semaines réelles en viennent, autour des vacances', async () => {
    const weeks = ['2026-W42', '2026-W43', '2026-W45'];
    await house.makeWeeks(weeks);
    for (const week of weeks) {
      await page.goto(`/planning/${week}`);
      await house.screen.ready();
      await eventually(() => page.getByText('vacances scolaires').count()).toBe(week === '2026-W43' ? 1 : 0);
    }
  });

  test('deux absences, une personne et un enfant, disent ce qu’elles touchent', async () => {
    await page.goto('/absences');
    await house.absent('Sylvie Arnaud', '2026-11-02', '2026-11-06');
    await house.absent('Léa A', '2026-11-03', '2026-11-03');
    await page.getByRole('button', { name: /^Voir ce .* Sylvie\sArnaud/ }).click();
    // The coming weeks follow at once: what was touched may already have another hour.
    await house.screen.dialog
      .getByText(/rendez-vous touchés?|Rien de planifié n’est touché/)
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
  });

  test('la semaine suit les absences, se complète et se publie', async () => {
    await house.followed('2026-W45');
    await house.screen.propose();
    await house.screen.tools.getByText(/^0\sconflit$/).waitFor();
    await house.screen.publishFirst('Accord des personnes');
    await eventually(async () => (await house.screen.week('2026-W45')).published?.version).toBe(1);
  });
});
