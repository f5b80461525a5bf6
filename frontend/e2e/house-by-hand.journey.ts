import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openWindow, startBrowser, type Window } from './support/browser';
import { eventually } from './support/condition';
import { signInAsFounder } from './support/people';
import { RotaScreen } from './support/rota';
import { startNewHouse, type Server } from './support/server';

/** A very small house typed in from nothing: one site, one team, two adults, two children, to a published week. */
describe('une maison saisie à la main', () => {
  let server: Server;
  let browser: Browser;
  let window: Window;
  let page: Page;

  const field = (label: string) => page.getByLabel(label, { exact: true });
  const title = (name: RegExp | string) => page.getByRole('heading', { level: 1, name }).waitFor();
  const section = (name: string) => page.getByRole('navigation', { name: 'Rubriques' }).getByRole('link', { name, exact: true });

  /** Types into fields by their label, in the order they are read. */
  async function fill(values: Record<string, string>) {
    for (const [label, value] of Object.entries(values)) await field(label).fill(value);
  }

  /** Saves the open sheet with the keyboard and waits until it bears its name. */
  async function save(name: RegExp) {
    await page.keyboard.press('Tab'); // what is typed is read when the field is left
    await page.keyboard.press('Control+s');
    await title(name);
  }

  /** The same of a sheet that is there already. */
  async function saveAgain() {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+s');
    await page.getByText('Modification enregistrée.').first().waitFor();
  }

  /** Opens the form of a new record of the house's own section. */
  async function create(kind: RegExp, link: string) {
    await section('Maison').click();
    await page.getByRole('link', { name: kind }).first().click();
    await page.getByRole('link', { name: link }).first().click();
    await title(link);
  }

  /** Picks from a list that is searched by typing. */
  async function pick(label: string, typed: string, option: string) {
    await field(label).last().click();
    await page.keyboard.type(typed);
    await page.getByRole('option', { name: option, exact: true }).click();
  }

  beforeAll(async () => {
    [server, browser] = await Promise.all([startNewHouse('SESSAD de la Clairière', '2026-11-23T06:52:00+01:00'), startBrowser()]);
    window = await openWindow(browser, server.url);
    page = window.page;
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(() => expect(window.complaints.all).toEqual([]));

  test('la première connexion dit par quoi commencer', async () => {
    await signInAsFounder(page);
    const now = page.getByRole('listitem').filter({ hasText: 'Votre maison' });
    await eventually(() => now.getAttribute('aria-current')).toBe('step');
    await now.getByRole('link', { name: 'Ajouter un lieu' }).click();
    await title('Nouveau lieu');
    await fill({ Nom: 'La Clairière', 'Code de trois lettres': 'cla', 'Les mêmes heures, en texte': 'lun-ven 8h-18h' });
    await save(/La\sClairière/);
  });

  test('une salle, une modalité, une équipe', async () => {
    await create(/^Salles/, 'Nouvelle salle');
    await fill({ Nom: 'Salle ronde', 'Places assises': '6' });
    await save(/Salle\sronde/);
    await create(/^Modalités/, 'Nouvelle modalité');
    await fill({ 'Code de deux lettres': 'JE', Nom: 'Jardin d’enfants' });
    await save(/Jardin\sd’enfants/);
    await create(/^Équipes/, 'Nouvelle équipe');
    await fill({ Code: 'JAR', Nom: 'Équipe du jardin' });
    await page.getByRole('checkbox', { name: 'Jardin d’enfants' }).check();
    await save(/Équipe\sdu\sjardin/);
  });

  test.each([
    { first: 'Salomé', last: 'Ferrand', profession: 'special_educator' },
    { first: 'Ismaël', last: 'Tessier', profession: 'psychomotor_therapist' },
  ])('un professionnel : $first', async ({ first, last, profession }) => {
    await section('Équipe').click();
    await page.getByRole('link', { name: 'Nouveau professionnel' }).first().click();
    await title('Nouveau professionnel');
    await fill({ Prénom: first, Nom: last });
    await field('Métier').selectOption(profession);
    await fill({ 'Heures par semaine': '35' });
    await page.getByRole('button', { name: 'Ajouter une équipe' }).click();
    await save(new RegExp(`${first}\\s${last}`));
    await page.getByRole('tab', { name: 'Horaires' }).click();
    await field('Les mêmes heures, en texte').fill('lun-ven 8h30-12h30, 13h30-16h30');
    await saveAgain();
  });

  test.each([
    { first: 'Zélie', last: 'Aubin', need: 'éveil', profession: 'éduc', named: 'Éducateur spécialisé', count: '3' },
    { first: 'Côme', last: 'Bazin', need: 'psychomotricité', profession: 'psychomo', named: 'Psychomotricien', count: '2' },
  ])('un enfant et son besoin : $first', async ({ first, last, need, profession, named, count }) => {
    await section('Enfants').click();
    await page.getByRole('link', { name: 'Nouvel enfant' }).first().click();
    await title('Nouvel enfant');
    await fill({ Prénom: first, Nom: last, 'Année de naissance': '2021' });
    await page.getByRole('button', { name: 'Ajouter une modalité' }).click();
    await field('Modalité').selectOption({ label: 'Jardin d’enfants' });
    await fill({ 'Par semaine': '3h' });
    await save(new RegExp(`${first}\\s${last}`));
    await page.getByRole('tab', { name: 'Semaine' }).click();
    await field('Les mêmes heures, en texte').fill('lun-ven 9h-12h (CLA)');
    await saveAgain();
    await page.getByRole('tab', { name: 'Besoins et souhaits' }).click();
    await page.getByRole('link', { name: 'Ajouter un besoin' }).first().click();
    await title('Nouveau besoin');
    await fill({ Nom: need, Durée: '45', 'Nombre de fois': count });
    await pick('Métiers possibles', profession, named);
    await save(new RegExp(`${first}\\s${last}`));
  });

  test('une réunion', async () => {
    await create(/^Réunions régulières/, 'Nouvelle réunion régulière');
    await fill({ Nom: 'Réunion d’équipe', Durée: '1h', 'Nombre de fois': '1' });
    await pick('Métiers possibles', 'éduc', 'Éducateur spécialisé');
    await page.getByRole('button', { name: 'Ajouter une personne à prévoir' }).click();
    await pick('Métiers possibles', 'psychomo', 'Psychomotricien');
    await save(/Réunion\sd’équipe/);
  });

  test('l’accueil dit que la maison est prête', async () => {
    await page.goto('/bienvenue');
    const now = page.getByRole('listitem').filter({ hasText: 'premier planning' });
    await eventually(() => now.getAttribute('aria-current')).toBe('step');
    await now.getByRole('link', { name: 'Ouvrir le planning' }).click();
    await page.getByRole('button', { name: 'Créer un brouillon' }).click();
  });

  test('la semaine est proposée, puis publiée', async () => {
    const screen = new RotaScreen(page);
    await screen.propose();
    const { counters } = await screen.rota();
    expect(counters).toMatchObject({ planned: counters.wanted, conflicts: 0 });
    await screen.publishFirst('Accord des deux personnes');
    await eventually(async () => (await screen.week()).published?.version).toBe(1);
  });
});
