import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { RotaSummary } from '../src/api/wire';
import { violationsOn } from './support/axe';
import type { Window } from './support/browser';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { makeOrdinaryWeek } from './support/ordinary-week';
import { signIn } from './support/people';
import { RotaScreen } from './support/rota';

/** Ordinary weeks stand beside each other and beside the weeks made from them, on the screen that compares drafts. */
describe('comparer les semaines types', () => {
  const house = demoHouse();
  let window: Window;
  let page: Page;
  let screen: RotaScreen;
  let template: string;

  beforeAll(async () => {
    window = await house.open();
    page = window.page;
    screen = new RotaScreen(page);
    await signIn(page, 'manager');
    await screen.ready();
  });

  const list = () => page.getByRole('complementary', { name: 'Différences' });
  const takes = () => list().getByRole('button', { name: /^Reprendre ce changement/ });
  const second = () => page.getByLabel('B, celui d’où l’on reprend');
  const chosen = () => second().evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text);

  test('un brouillon de la semaine type et ce qui en est publié', async () => {
    template = await makeOrdinaryWeek(screen, ['2026-W49']);
    const draft = await screen.read<RotaSummary>(`/templates/${template}/drafts`, {});
    await page.goto(`/semaine-type/${template}?planning=${draft.id}`);
    await screen.ready();
    const [session] = await screen.sessions(await screen.peopleInSight());
    await screen.block(session!).click();
    await screen.panel.getByRole('button', { name: 'Remettre à planifier' }).click();
    await page
      .getByText(/remis à planifier/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /choisir un autre planning/ }).click();
    await page.getByRole('link', { name: 'Comparer…' }).click();
    await page.getByRole('heading', { level: 1, name: 'Comparer, semaine type' }).waitFor();
    await eventually(chosen).toBe('Semaine type, version 1');
    await eventually(() => takes().count()).toBe(1);
    expect(await violationsOn(page)).toEqual([]);
    await takes().click();
    await eventually(() => takes().count()).toBe(0);
    await page.getByText('Ces deux plannings sont les mêmes.').waitFor();
  });

  test('une semaine et la semaine type dont elle vient, depuis ses écarts', async () => {
    const { drafts } = await screen.week('2026-W49');
    await page.goto(`/planning/2026-W49?planning=${drafts[0]?.id}`);
    await screen.ready();
    const [session] = await screen.sessions(await screen.peopleInSight());
    await screen.block(session!).click();
    await screen.panel.getByRole('button', { name: 'Remettre à planifier' }).click();
    await page
      .getByText(/remis à planifier/)
      .first()
      .waitFor();
    await page.getByRole('button', { name: /d’après la semaine type/ }).click();
    await page.getByRole('button', { name: 'Comparer à la semaine type' }).click();
    await screen.dialog.getByRole('link', { name: 'Comparer côte à côte' }).click();
    await page.getByRole('heading', { level: 1, name: 'Comparer, semaine 49' }).waitFor();
    await eventually(chosen).toBe('Semaine type, version 1');
    await eventually(() => takes().count()).toBeGreaterThan(0);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Échanger A et B' }).click();
    await page.getByText(/^A n’est pas un brouillon/).waitFor();
    await page.getByRole('columnheader', { name: /^lundi/ }).waitFor();
  });

  test('deux semaines types, depuis leur liste', async () => {
    await screen.read(`/templates/${template}/copy`, { name: 'Semaine type', letter: 'B', from_date: '2027-01-04', to_date: null });
    await page.goto('/semaine-type');
    await page.getByRole('link', { name: 'Comparer «\u00a0Semaine type\u00a0»' }).last().click();
    await page.getByRole('heading', { level: 1, name: 'Comparer, semaine type' }).waitFor();
    await second().selectOption({ label: 'Semaine type, dès le 4\u00a0janvier, brouillon 1' });
    await eventually(chosen).toBe('Semaine type, dès le 4\u00a0janvier, brouillon 1');
    await page.getByRole('table', { name: 'Indicateurs' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'Ouvrir B', exact: true }).click();
    await screen.ready();
  });
});
