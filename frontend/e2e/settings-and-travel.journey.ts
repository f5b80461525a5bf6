import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openWindow, startBrowser, type Window } from './support/browser';
import { eventually } from './support/condition';
import { chooseByKeyboard, pressOn, tabTo } from './support/keyboard';
import { BEFORE_AUTUMN } from './support/new-house';
import { signInAsFounder } from './support/people';
import { startRouting, type Routing } from './support/routing';
import { startNewHouse, type Server } from './support/server';

/** The settings of a house and the ways between its places, without ever touching a mouse. */
describe('les réglages et les trajets, au clavier seul', () => {
  let server: Server;
  let routing: Routing;
  let browser: Browser;
  let window: Window;
  let page: Page;

  const title = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
  const toast = (text: RegExp) => page.getByRole('status').getByText(text);
  const takeBack = () => pressOn(page, page.getByRole('status').getByRole('button', { name: 'Annuler' }).last());
  const row = (way: string) => page.getByRole('row').filter({ hasText: way });

  async function type(label: string, text: string) {
    await tabTo(page, page.getByLabel(label, { exact: true }));
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
  }

  async function openFromHouse(name: string | RegExp, heading: string) {
    await pressOn(page, page.getByRole('navigation', { name: 'Rubriques', exact: true }).getByRole('link', { name: 'Maison' }));
    await title('Maison');
    await pressOn(page, page.getByRole('navigation', { name: 'Rubriques de la maison' }).getByRole('link', { name }));
    await title(heading);
  }

  async function place(name: string, code: string, coordinates: [number, number] | null, version?: { id: string; version: number }) {
    const [latitude, longitude] = coordinates ?? [null, null];
    const data = { kind: 'site', name, code, address: '', sector: '', latitude, longitude, hours: [] };
    const answer = version
      ? await page.request.put(`/api/records/place/${version.id}`, { data: { ...data, version: version.version } })
      : await page.request.post('/api/records/place', { data });
    return (await answer.json()) as { id: string; version: number };
  }

  beforeAll(async () => {
    [server, browser, routing] = await Promise.all([
      startNewHouse('DIME des Tilleuls', BEFORE_AUTUMN),
      startBrowser(),
      startRouting(17 * 60),
    ]);
    window = await openWindow(browser, server.url);
    page = window.page;
    await signInAsFounder(page);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
    await routing?.stop();
  });
  afterEach(() => expect(window.complaints.all).toEqual([]));

  test('les réglages : changer, annuler, relire l’historique', async () => {
    await openFromHouse(/^Réglages/, 'Réglages de la maison');
    await type('Nom', 'DIME du Lac');
    await type('Département', '69');
    await page.keyboard.press('Control+s');
    await toast(/Modification enregistrée/).waitFor();
    await page.getByRole('banner').getByText('DIME du Lac').waitFor();
    await takeBack();
    await toast(/Modification annulée/).waitFor();
    await eventually(() => page.getByLabel('Département').inputValue()).toBe('43');
    await page.getByRole('banner').getByText('DIME des Tilleuls').waitFor();
    await tabTo(page, page.getByRole('tab', { name: 'Fiche', selected: true }));
    await page.keyboard.press('ArrowRight');
    const history = page.getByRole('tabpanel', { name: 'Historique' });
    await eventually(() => history.getByRole('listitem').count()).toBe(2);
    await eventually(() => history.getByRole('listitem').last().innerText()).toMatch(
      /Claire Vasseur[\s\S]*Département\s+43 → 69[\s\S]*DIME des Tilleuls → DIME du Lac/,
    );
  });

  test('une valeur refusée est dite à son champ', async () => {
    window.complaints.expect(422, /\/api\/records\/facility\/[^/]+$/);
    await tabTo(page, page.getByRole('tab', { name: 'Historique', selected: true }));
    await page.keyboard.press('ArrowLeft');
    await type('Adresse d’un serveur OSRM', 'ftp://serveur');
    await page.keyboard.press('Control+s');
    await page.getByText('1 valeur à corriger').waitFor();
    await eventually(() =>
      page.getByLabel('Adresse d’un serveur OSRM').evaluate((field) => field === document.activeElement && field.ariaInvalid),
    ).toBe('true');
    await pressOn(page, page.getByRole('button', { name: 'Annuler les modifications' }));
  });

  test('sans lieu, les trajets disent quoi faire', async () => {
    await openFromHouse(/^Trajets/, 'Trajets');
    await page.getByRole('heading', { name: 'Aucun trajet encore' }).waitFor();
  });

  test('un trajet inconnu se voit d’abord ; sa durée se corrige et se reprend', async () => {
    await place('Les Tilleuls', 'TIL', [45.04, 3.88]);
    await place('Le Moulin', 'MOU', [45.14, 3.98]);
    await place('La Grange', 'GRA', null);
    await page.goto('/maison/trajets');
    await page.getByText('6 trajets, 4 inconnus').waitFor();
    await eventually(() => page.getByLabel('Trajets à montrer').inputValue()).toBe('check');
    await tabTo(page, page.getByRole('link', { name: 'La Grange → Le Moulin' }));
    await page.keyboard.press('Enter');
    await title('Corriger un trajet');
    await type('Durée', '25');
    await page.keyboard.press('Control+s');
    await title('Trajets');
    await page.getByText('6 trajets, 3 inconnus').waitFor();
    await chooseByKeyboard(page, page.getByLabel('Trajets à montrer'), /^Corrigés ou importés \(1\)$/);
    await row('La Grange → Le Moulin').getByText('25 min').waitFor();
    await row('La Grange → Le Moulin').getByText('corrigé par la maison').waitFor();
    await takeBack();
    await page.getByText('Aucun trajet corrigé ni importé.').waitFor();
    await page.getByText('6 trajets, 4 inconnus').waitFor();
  });

  test('un serveur de trajets est interrogé ; un lieu déplacé se voit', async () => {
    await openFromHouse(/^Réglages/, 'Réglages de la maison');
    await type('Adresse d’un serveur OSRM', routing.url);
    await page.keyboard.press('Control+s');
    await toast(/Modification enregistrée/).waitFor();
    await openFromHouse(/^Trajets/, 'Trajets');
    await chooseByKeyboard(page, page.getByLabel('Trajets à montrer'), /^Au départ de Les Tilleuls$/);
    await row('Les Tilleuls → Le Moulin').getByText('calculé à vol d’oiseau').waitFor();
    await pressOn(page, page.getByRole('button', { name: 'Recalculer les durées' }));
    await toast(/Les durées sont à jour/).waitFor();
    await row('Les Tilleuls → Le Moulin').getByText('calculé par la route').waitFor();
    const { records } = (await (await page.request.get('/api/records/place')).json()) as {
      records: { id: string; version: number; name: string }[];
    };
    await place(
      'Le Moulin',
      'MOU',
      [45.2, 4.0],
      records.find(({ name }) => name === 'Le Moulin'),
    );
    await page.goto('/maison/trajets');
    await page.getByText('6 trajets, 4 inconnus, 2 à recalculer').waitFor();
    await row('Les Tilleuls → Le Moulin').getByText('lieu déplacé, à recalculer').waitFor();
  });
});
