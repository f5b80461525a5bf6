import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Comparison } from '../src/api/comparison';
import type { Id, Operation, RotaSummary } from '../src/api/wire';
import { violationsOn } from './support/axe';
import { screens, type Window } from './support/browser';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { pressOn } from './support/keyboard';
import { signIn } from './support/people';
import { RotaScreen } from './support/rota';

/** The team manager compares two drafts, takes some of one into the other, and takes it back. */
describe('comparer', () => {
  const house = demoHouse();
  let window: Window;
  let page: Page;
  let screen: RotaScreen;
  let base: Id;
  let other: Id;

  beforeAll(async () => {
    window = await house.open();
    page = window.page;
    screen = new RotaScreen(page);
    await signIn(page, 'manager');
    await screen.ready();
    [base, other] = await twoDrafts(screen);
  });

  const compared = () => screen.read<Comparison>(`/rotas/${base}/comparison?with=${other}`);
  const count = async () => (await compared()).differences.length;
  const list = () => page.getByRole('complementary', { name: 'Différences' });
  const takes = () => list().getByRole('button', { name: /^Reprendre ce changement/ });
  const address = () => `/planning/2026-W48/comparer?de=${base}&avec=${other}`;

  test('montre les indicateurs et ce qui diffère, sur la grille et dans la liste', async () => {
    await page.goto(`/planning/2026-W48?planning=${base}`);
    await screen.ready();
    await page.getByRole('button', { name: /choisir un autre planning/ }).click();
    await page.getByRole('link', { name: 'Comparer…' }).click();
    await page.getByRole('heading', { level: 1, name: 'Comparer, semaine 48' }).waitFor();
    await page.goto(address());
    await page.getByRole('table', { name: 'Indicateurs' }).waitFor();
    const wanted = await count();
    expect(wanted).toBeGreaterThan(2);
    await page.getByText(`${wanted}\u00a0différences`, { exact: true }).waitFor();
    await screen.grid.locator('.painted.new').first().waitFor();
    await eventually(() => takes().count()).toBe(wanted);
    await list().getByRole('button', { name: 'Par professionnel' }).click();
    await eventually(() => list().locator('.group').count()).toBeGreaterThan(0);
    await list().getByRole('button', { name: 'Par enfant' }).click();
    expect(await violationsOn(page)).toEqual([]);
  });

  test('reprend un changement, l’annule, puis reprend toute l’équipe', async () => {
    const before = await count();
    await takes().first().click();
    await eventually(count).toBe(before - 1);
    await eventually(() => takes().count()).toBe(before - 1);
    await page.getByRole('button', { name: 'Annuler' }).last().click();
    await eventually(count).toBe(before);
    await eventually(() => takes().count()).toBe(before);
    await list()
      .getByRole('button', { name: /^Reprendre toute cette équipe/ })
      .click();
    await eventually(count).toBeLessThan(before);
    await page.getByRole('button', { name: 'Annuler' }).last().click();
    await eventually(count).toBe(before);
  });

  test('dit ce qui ne peut pas être repris', async () => {
    const { differences } = await compared();
    const moved = differences.find(({ kind }) => kind === 'moved')!;
    await change(screen, base, [{ kind: 'lock', activity: moved.activity, occurrence: moved.occurrence }]);
    await page.goto(address());
    await page.getByRole('button', { name: /^Tout reprendre/ }).click();
    await page.getByText('Un changement n’a pas pu être repris').waitFor();
    await page.getByText(/cette séance est verrouillée et ne bouge pas/).waitFor();
    await eventually(count).toBe(1);
    await page.getByRole('button', { name: 'Annuler' }).last().click();
    await eventually(count).toBe(differences.length);
    expect(await violationsOn(page)).toEqual([]);
    await change(screen, base, [{ kind: 'unlock', activity: moved.activity, occurrence: moved.occurrence }]);
  });

  test('se lit aussi avec la version publiée, et s’échange', async () => {
    const { published } = await screen.week();
    await page.getByLabel('B, celui d’où l’on reprend').selectOption(published?.id ?? '');
    await page.waitForURL((url) => url.searchParams.get('avec') === published?.id);
    await page.getByRole('button', { name: 'Échanger A et B' }).click();
    await page.getByText(/^A n’est pas un brouillon/).waitFor();
    await eventually(() => takes().count()).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
  });

  test('se fait au clavier seul', async () => {
    await page.goto(address());
    await takes().first().waitFor();
    const before = await count();
    await pressOn(page, takes());
    await eventually(count).toBe(before - 1);
    await eventually(() =>
      takes()
        .first()
        // While the first is on its way the button takes no second press.
        .evaluate((button) => button === document.activeElement && button.ariaDisabled !== 'true'),
    ).toBe(true);
    await page.keyboard.press('Enter');
    await eventually(count).toBe(before - 2);
  });

  test('propose selon un profil, se voit sur la grille pendant la recherche, et s’arrête', async () => {
    await page.goto(`/planning/2026-W48?planning=${base}`);
    await screen.ready();
    await screen.tools.getByRole('button', { name: 'Proposer…' }).click();
    await screen.dialog.getByRole('radio', { name: /^Tout refaire/ }).check();
    await screen.dialog.getByText('Ce qui peut changer').click();
    await screen.dialog.getByRole('checkbox', { name: 'Lundi' }).check();
    await screen.dialog.getByText('Ce qui compte le plus').click();
    const trips = screen.dialog.getByLabel('Peu de route');
    await trips.focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await eventually(() => trips.getAttribute('aria-valuetext')).toBe('bien plus');
    await screen.dialog.getByLabel('Nom du profil').fill('Peu de route');
    await page.keyboard.press('Enter');
    await page.getByText('Profil «\u00a0Peu de route\u00a0» enregistré').waitFor();
    await eventually(() =>
      screen.dialog.getByLabel('Profil', { exact: true }).evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text),
    ).toBe('Peu de route');
    expect(await violationsOn(page)).toEqual([]);
    await screen.dialog.getByRole('button', { name: 'Proposer', exact: true }).click();
    await screen.panel.getByRole('button', { name: 'Voir sur la grille' }).click();
    await screen.grid.locator('.painted.new').first().waitFor();
    await screen.panel.getByText(/sur la grille, en vert/).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await screen.panel.getByRole('button', { name: 'Arrêter et garder ce planning' }).click();
    await page.waitForURL((url) => ![null, base].includes(url.searchParams.get('planning')));
    await screen.grid.locator('.painted').first().waitFor({ state: 'detached' });
  });

  test('garde chaque version : on la lit, on la compare, on repart d’elle', async () => {
    await page.goto(`/planning/2026-W48?planning=${base}`);
    await screen.ready();
    const drafts = (await screen.week()).drafts.length;
    const versions = async () => {
      await page.getByRole('button', { name: /choisir un autre planning/ }).click();
      await page.getByRole('button', { name: 'Versions…' }).click();
      await screen.dialog.getByRole('button', { name: /^Repartir de la version 1/ }).waitFor();
    };
    await versions();
    await screen.dialog.getByText('en vigueur').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await screen.dialog.getByRole('link', { name: 'Lire la version 1' }).click();
    await page.getByText(/^Version 1, publiée le/).waitFor();
    await eventually(() => screen.grid.locator('[data-key]').count()).toBeGreaterThan(50);
    await versions();
    await pressOn(page, screen.dialog.getByRole('button', { name: /^Repartir de la version 1/ }));
    await eventually(async () => (await screen.week()).drafts.length).toBe(drafts + 1);
    await page
      .getByText(/^d’après la version 1/)
      .first()
      .waitFor();
  });

  test('publie avec un message, que chacun lit en tête de sa semaine', async () => {
    await page.goto(`/planning/2026-W48?planning=${base}`);
    await screen.ready();
    await screen.tools.getByRole('button', { name: 'Publier…' }).click();
    const message = screen.dialog.getByLabel('Message aux personnes concernées');
    await message.fill('La piscine passe au jeudi.');
    await screen.dialog.getByRole('heading', { name: 'Qui n’est pas prévenu ici, et pourquoi' }).waitFor();
    await screen.dialog.getByText(/^Familles et taxis de \d+/).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    for (const reason of await screen.dialog.getByLabel('Motif').all()) await reason.fill('Accord de la personne, le 20 novembre');
    await screen.dialog.getByRole('button', { name: /^Publier la version/ }).click();
    await page.getByText(/^Semaine 48 publiée, version 3/).waitFor();
    const reader = await house.open(screens.phone);
    await signIn(reader.page, 'professional');
    await reader.page.goto('/mon-planning/2026-W48');
    await reader.page.getByText('Message\u00a0: La piscine passe au jeudi.').waitFor();
    expect(reader.complaints.all).toEqual([]);
    await reader.context.close();
  });

  test('tient sur le téléphone, sans la grille', async () => {
    const phone = await house.open(screens.phone);
    await signIn(phone.page, 'manager');
    await phone.page.goto(address());
    await phone.page.getByRole('table', { name: 'Indicateurs' }).waitFor();
    expect(await phone.page.getByRole('grid').count()).toBe(0);
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
    expect(await violationsOn(phone.page)).toEqual([]);
    expect(phone.complaints.all).toEqual([]);
    await phone.context.close();
  });
});

/** A draft as it is, and a copy of it in which sessions were moved, taken out and given to somebody else. */
async function twoDrafts(screen: RotaScreen): Promise<[Id, Id]> {
  const { summary } = await screen.rota();
  const copy = await screen.read<RotaSummary>('/weeks/2026-W48/drafts', { based_on: summary.id });
  await screen.page.goto(`/planning/2026-W48?planning=${copy.id}`);
  await screen.ready();
  const moves = await screen.possibleMoves(await screen.peopleInSight(), 3);
  const [first, second, third] = moves;
  const { activity, occurrence } = third!.occurrence;
  await change(screen, copy.id, [
    ...[first!, second!].map(({ start, ...session }) => ({
      kind: 'set' as const,
      activity: session.occurrence.activity,
      occurrence: session.occurrence.occurrence,
      start,
    })),
    { kind: 'unplan', activity, occurrence },
  ]);
  return [summary.id, copy.id];
}

/** Changes a draft behind the screen's back. */
async function change(screen: RotaScreen, draft: Id, operations: Operation[]): Promise<void> {
  const { summary } = await screen.read<{ summary: RotaSummary }>(`/rotas/${draft}`);
  const answer = await screen.page.request.patch(`/api/rotas/${draft}`, { data: { revision: summary.revision, operations } });
  if (!answer.ok()) throw new Error(await answer.text());
}
