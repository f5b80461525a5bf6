import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Comparison } from '../src/api/comparison';
import type { Id } from '../src/api/wire';
import { violationsOn } from './support/axe';
import { openWindow, startBrowser, type Window } from './support/browser';
import { eventually } from './support/condition';
import { enter } from './support/people';
import { RotaScreen } from './support/rota';
import { startDemo, type Server } from './support/server';

const SEPTEMBER = '2027-W36';

/** A week of September from nothing to its first version, as docs/guide/septembre.md tells it. */
describe('un septembre', () => {
  let server: Server;
  let browser: Browser;
  let window: Window;
  let page: Page;
  let screen: RotaScreen;
  let first: Id;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startDemo(), startBrowser()]);
    window = await openWindow(browser, server.url);
    page = window.page;
    screen = new RotaScreen(page);
    await enter(page, 'manager', `/planning/${SEPTEMBER}`);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(() => expect(window.complaints.all).toEqual([]));

  const shown = () => new URL(page.url()).searchParams.get('planning') ?? '';
  const answer = (title: RegExp) => screen.panel.locator('section').filter({ has: page.getByRole('button', { name: title }) });

  /** Has the draft on the screen planned and stops when enough of it is; the result is on the screen then. */
  async function propose(scope: RegExp, enough: number): Promise<void> {
    const before = shown();
    await screen.tools.getByRole('button', { name: 'Proposer…' }).click();
    await screen.dialog.getByRole('radio', { name: scope }).check();
    await screen.dialog.getByRole('button', { name: 'Proposer', exact: true }).click();
    const bar = screen.panel.getByRole('progressbar');
    await eventually(async () => Number((await bar.getAttribute('value')) ?? 0)).toBeGreaterThanOrEqual(enough);
    await screen.panel.getByRole('button', { name: 'Arrêter et garder ce planning' }).click();
    await page.waitForURL((url) => ![null, before].includes(url.searchParams.get('planning')));
    await screen.ready();
  }

  test('part d’une semaine vide', async () => {
    await page.getByRole('heading', { name: 'Aucun planning pour cette semaine' }).waitFor();
    await page.getByRole('button', { name: 'Créer un brouillon' }).click();
    await page.waitForURL(/planning=/);
    await eventually(async () => (await screen.rota()).counters.unplanned).toBeGreaterThan(300);
  });

  test('fait proposer un planning', async () => {
    const { counters } = await screen.rota();
    await propose(/^Seulement les manques/, Math.floor(counters.wanted * 0.9));
    first = shown();
    const { breaches, counters: planned } = await screen.rota();
    expect(breaches).toEqual([]);
    expect(planned.planned).toBeGreaterThan(counters.wanted * 0.9);
  });

  test('questionne dix choix', async () => {
    const asked = (await screen.sessions(await screen.peopleInSight())).slice(0, 10);
    expect(asked).toHaveLength(10);
    for (const session of asked) {
      await screen.block(session).click();
      await screen.panel.getByRole('heading', { level: 2 }).getByText(session.child).waitFor();
      await answer(/^Pourquoi ici/)
        .locator('p, li')
        .first()
        .waitFor();
    }
  });

  test('ajuste une séance d’une pression', async () => {
    const [session] = await screen.possibleMoves(await screen.peopleInSight(), 1);
    await screen.block(session!).click();
    await screen.panel.getByRole('button', { name: /^À quel autre moment/ }).click();
    const way = answer(/^À quel autre moment/)
      .locator('.way')
      .first();
    await way.click();
    await eventually(async () => (await screen.rota()).undo).not.toBe(null);
    await screen.panel.getByRole('button', { name: 'Fermer le volet' }).click();
  });

  test('demande mieux, compare, et reprend une équipe', async () => {
    await propose(/^Améliorer/, 1);
    const better = shown();
    await page.goto(`/planning/${SEPTEMBER}/comparer?de=${first}&avec=${better}`);
    await page.getByRole('table', { name: 'Indicateurs' }).waitFor();
    const count = async () => (await screen.read<Comparison>(`/rotas/${first}/comparison?with=${better}`)).differences.length;
    const before = await count();
    expect(before).toBeGreaterThan(0);
    await page.getByRole('button', { name: /^Reprendre toute cette équipe/ }).click();
    await eventually(count).toBeLessThan(before);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'Planning', exact: true }).last().click();
    await screen.ready();
  });

  test('publie la première version', async () => {
    await page.goto(`/planning/${SEPTEMBER}?planning=${first}`);
    await screen.ready();
    await screen.tools.getByRole('button', { name: 'Publier…' }).click();
    await screen.dialog.getByRole('heading', { name: 'Qui est concerné' }).waitFor();
    for (const reason of await screen.dialog.getByLabel('Motif').all()) await reason.fill('Accord de la personne à la rentrée');
    await screen.dialog.getByLabel('Message aux personnes concernées').fill('Bonne rentrée.');
    await screen.dialog.getByRole('button', { name: 'Publier la version 1' }).click();
    await page.getByText('Semaine 36 publiée, version 1.').waitFor();
    await eventually(async () => (await screen.week(SEPTEMBER)).published?.version).toBe(1);
  });
});
