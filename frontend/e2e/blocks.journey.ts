import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Reference, Rota } from '../src/api/wire';
import { violationsOn } from './support/axe';
import type { Window } from './support/browser';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { tabTo } from './support/keyboard';
import { enter } from './support/people';
import { RotaScreen, type Session } from './support/rota';

/** What blocks tell by themselves, before anything is opened. */
describe('les blocs de la grille', () => {
  const house = demoHouse();
  let window: Window;
  let page: Page;
  let screen: RotaScreen;
  let sessions: Session[];

  const card = () => page.getByRole('tooltip');

  /** The middle of a block on the screen. */
  async function middleOf(session: Session): Promise<{ x: number; y: number; bottom: number; top: number }> {
    const block = screen.block(session);
    await block.scrollIntoViewIfNeeded();
    const box = (await block.boundingBox())!;
    return { x: box.x + box.width / 2, y: box.y + box.height / 2, top: box.y, bottom: box.y + box.height };
  }

  beforeAll(async () => {
    window = await house.open();
    page = window.page;
    screen = new RotaScreen(page);
    await enter(page, 'manager', '/planning/2026-W48');
    await screen.ready();
    sessions = await screen.sessions(await screen.peopleInSight());
  });

  test('montrent leur carte quand la souris s’y arrête, à côté du bloc, et on peut y aller', async () => {
    const at = await middleOf(sessions[0]!);
    // The card listens once the week is on the screen.
    await eventually(async () => {
      await page.mouse.move(at.x + 1, at.y + 400);
      await page.mouse.move(at.x, at.y);
      return card()
        .waitFor({ timeout: 2000 })
        .then(() => true)
        .catch(() => false);
    }).toBe(true);
    await eventually(() => card().textContent()).toContain(sessions[0]!.child);
    await eventually(() => card().textContent()).toContain('Avec');
    await eventually(() => card().textContent()).toContain('Lieu');
    const box = (await card().boundingBox())!;
    expect(box.y >= at.bottom || box.y + box.height <= at.top).toBe(true);
    expect(await violationsOn(page)).toEqual([]);
    await page.mouse.move(box.x + 20, box.y + 12, { steps: 4 });
    await page.mouse.move(box.x + 30, box.y + 14);
    await card().waitFor();
    await page.mouse.move(800, 60, { steps: 3 });
    await card().waitFor({ state: 'detached' });
  });

  test('la montrent aussi au clavier, et Échap ne ferme qu’elle', async () => {
    await tabTo(page, screen.grid.locator('[data-key][tabindex="0"]'));
    await screen.walkTo(sessions[0]!);
    await card().waitFor();
    const id = (await card().getAttribute('id'))!;
    await eventually(() => screen.block(sessions[0]!).getAttribute('aria-describedby')).toBe(id);
    await page.keyboard.press('Escape');
    await card().waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowRight');
    await card().waitFor();
    await page.keyboard.press('ArrowLeft');
    await card().waitFor({ state: 'detached' });
    await card().waitFor();
    await page.keyboard.press('Enter');
    await screen.panel.getByRole('button', { name: 'Fermer le volet' }).waitFor();
    await card().waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await screen.panel.waitFor({ state: 'detached' });
  });

  test('la montrent parmi les cartes, et la retirent quand on prend le bloc', async () => {
    await page.getByRole('button', { name: 'Cartes' }).click();
    await eventually(() => page.url()).toContain('vue=cartes');
    const at = await middleOf(sessions[1]!);
    await page.mouse.move(at.x, at.y, { steps: 3 });
    await card().waitFor();
    await eventually(() => card().textContent()).toContain(sessions[1]!.child);
    await page.mouse.down();
    await card().waitFor({ state: 'detached' });
    await page.mouse.move(at.x + 20, at.y + 3, { steps: 3 });
    await screen.veil.waitFor();
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await page.getByRole('button', { name: 'Horaire' }).click();
  });

  test('encadrent les heures de l’enfant dont la séance est ouverte, et sa fiche les dit', async () => {
    const session = sessions.find(({ activity }) => activity.children.length === 1)!;
    const row = screen.grid.locator(`[data-row="${session.person}"]`);
    await screen.block(session).click();
    await row.locator('.painted:is(.school, .met)').first().waitFor();
    await page.getByText('enfant disponible à l’école').waitFor();
    await screen.panel.locator('h2').getByRole('button').first().click();
    await screen.panel.getByRole('heading', { name: 'Quand l’enfant peut être rencontré' }).waitFor();
    await eventually(() => screen.grid.locator('.painted:is(.school, .met)').count()).toBeGreaterThan(0);
    expect(await violationsOn(page)).toEqual([]);
    await screen.panel.getByRole('button', { name: 'Fermer le volet' }).click();
    await eventually(() => screen.grid.locator('.painted').count()).toBe(0);
  });

  test('se lisent sur deux semaines, et aucun ne passe de l’une à l’autre', async () => {
    const { published } = await screen.week('2026-W47');
    await screen.read('/weeks/2026-W47/drafts', { based_on: published!.id });
    await page.goto('/planning/2026-W47');
    await screen.ready();
    await page.getByRole('button', { name: 'Deux semaines', exact: true }).click();
    await eventually(() => page.url()).toContain('semaines=2');
    const heads = screen.grid.getByRole('columnheader');
    await eventually(() => heads.count()).toBe(11);
    await eventually(() => heads.nth(6).getAttribute('aria-label')).toMatch(/^S48, lundi 23/);
    const bar = page.getByRole('region', { name: 'Deux semaines' });
    await eventually(() => bar.textContent()).toMatch(/Semaine 47\s:\s+brouillon \d, celle que vous modifiez/);
    await eventually(() => bar.textContent()).toMatch(/Semaine 48\s:\s+brouillon \d, montrée pour lecture/);
    expect(await violationsOn(page)).toEqual([]);

    const block = screen.grid.locator('[data-k="one"]:not([data-state~="lock"]):not([data-key^="+"])').first();
    await block.focus();
    await page.keyboard.press('Space');
    for (let day = 0; day < 5; day++) await page.keyboard.press('PageDown');
    await eventually(() => screen.said.textContent()).toMatch(/^On ne passe pas d’une semaine à l’autre/);
    await page.keyboard.press('Enter');
    await eventually(() => screen.said.textContent()).toMatch(/n’a pas bougé\s: on ne passe pas d’une semaine à l’autre/);

    // What somebody else does there is seen here: a session that goes, a draft that comes.
    const drafts = (await screen.week('2026-W48')).drafts;
    const later = await screen.read<Rota>(`/rotas/${drafts.toSorted((a, b) => b.number - a.number)[0]!.id}`);
    const drawn = await screen.grid
      .locator('[data-k="one"][data-ref^="+"]')
      .evaluateAll((blocks) => blocks.map((block) => block.dataset['ref']));
    const refOf = (one: Reference) => `+${one.activity}/${one.occurrence}`;
    const gone = later.occurrences.find((one) => !one.locked && !one.fixed && drawn.includes(refOf(one)))!;
    const ref = refOf(gone);
    const { activity, occurrence } = gone;
    const change = { revision: later.summary.revision, operations: [{ kind: 'unplan', activity, occurrence }] };
    expect((await page.request.patch(`/api/rotas/${later.summary.id}`, { data: change })).ok()).toBe(true);
    await eventually(() => screen.grid.locator(`[data-ref="${ref}"]`).count()).toBe(0);
    await screen.read('/weeks/2026-W48/drafts', { based_on: later.summary.id });
    await eventually(() => bar.textContent()).toMatch(new RegExp(`Semaine 48\\s:\\s+brouillon ${later.summary.number + 1}, `));

    await screen.grid.locator('[data-key^="+"]').first().click();
    await eventually(() => screen.said.textContent()).toContain('La semaine 48 est montrée pour lecture.');
    await bar.getByRole('button', { name: 'Passer à la semaine 48' }).click();
    await eventually(() => page.url()).toMatch(/2026-W48.*semaines=2/);
    await eventually(() => bar.textContent()).toMatch(/Semaine 49\s:\s+rien n’est encore planifié/);
    await page.getByRole('button', { name: 'Deux semaines', exact: true }).click();
    await bar.waitFor({ state: 'detached' });
  });
});
