import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Proposals, Ways } from '../src/api/answers';
import type { Reference } from '../src/api/wire';
import { violationsOn } from './support/axe';
import { screens, type Window } from './support/browser';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { pressOn, tabTo } from './support/keyboard';
import { signIn } from './support/people';
import { RotaScreen, type Session } from './support/rota';

/** The team manager questions a session, gives it to somebody else, plans what was left out, and checks the needs. */
describe('le volet', () => {
  const house = demoHouse();
  let window: Window;
  let page: Page;
  let screen: RotaScreen;
  let questioned: Session[];

  beforeAll(async () => {
    window = await house.open();
    page = window.page;
    screen = new RotaScreen(page);
    await signIn(page, 'manager');
    await screen.ready();
    questioned = await sessionsWithOthers(screen, 2);
  });

  const answer = (title: RegExp) => screen.panel.locator('section').filter({ has: page.getByRole('button', { name: title }) });
  const painted = () => screen.grid.locator('.painted.new');
  const staffOf = async ({ occurrence: { activity, occurrence } }: Session) =>
    (await screen.rota()).occurrences.find((one) => one.activity === activity && one.occurrence === occurrence)?.staff;

  test('dit pourquoi ici, et qui d’autre, sans un chiffre du calcul', async () => {
    await screen.block(questioned[0]!).click();
    await answer(/^Pourquoi ici/)
      .getByText('autres possibilités')
      .first()
      .waitFor();
    await screen.panel.getByRole('button', { name: /^Qui d’autre/ }).click();
    const line = answer(/^Qui d’autre/)
      .locator('.way')
      .first();
    await line.waitFor();
    await eventually(() => line.innerText()).not.toMatch(/[+\u2212]\d/);
    await answer(/^Qui d’autre/)
      .getByText('Détails')
      .click();
    expect(
      await answer(/^Qui d’autre/)
        .locator('dd')
        .first()
        .innerText(),
    ).toMatch(/^[+\u2212]?\d/);
    expect(await violationsOn(page)).toEqual([]);
  });

  test('montre une ligne sur la grille, l’applique, et l’annule d’un coup', async () => {
    const before = questioned[0]!.occurrence.staff;
    const line = answer(/^Qui d’autre/)
      .locator('.way')
      .first();
    await line.hover();
    await painted().first().waitFor();
    await line.click();
    await eventually(() => staffOf(questioned[0]!)).not.toEqual(before);
    await page.mouse.move(5, 5);
    await painted().first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Annuler' }).last().click();
    await eventually(() => staffOf(questioned[0]!)).toEqual(before);
  });

  test('ouvre la fiche courte de l’enfant, puis celle du professionnel', async () => {
    await screen.panel.getByRole('heading', { level: 2 }).getByRole('button').click();
    await screen.panel.getByText('Cette semaine, dans ce planning').waitFor();
    await screen.panel.getByText(/visages?, \d+\slieu/).waitFor();
    await screen.panel.getByText(/^Sem\.\s47/).waitFor();
    await screen.panel.getByRole('button', { name: 'Revenir à la séance' }).click();
    await screen.panel.locator('dd').getByRole('button').first().click();
    await screen.panel.getByText('Avec les enfants').waitFor();
    await screen.panel.getByText(/prévues sur \d+/).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await screen.panel.getByRole('button', { name: 'Fermer le volet' }).click();
  });

  test('change l’heure au clavier seul', async () => {
    const session = questioned[1]!;
    await screen.walkTo(session);
    await page.keyboard.press('Enter');
    const question = screen.panel.getByRole('button', { name: /^À quel autre moment/ });
    await pressOn(page, question);
    const line = answer(/^À quel autre moment/)
      .locator('.way')
      .first();
    await tabTo(page, line);
    await painted().first().waitFor();
    await page.keyboard.press('Enter');
    await eventually(async () => (await screen.rota()).undo).not.toBe(null);
    await eventually(() => screen.block(session).evaluate((block) => block.getAttribute('data-state') ?? '')).toContain('draft');
    await page.keyboard.press('Escape');
  });

  test('planifie ce qui était bloqué, toute la chaîne en une étape', async () => {
    const left = await unblockable(screen);
    const before = await screen.rota();
    const tray = page.getByRole('region', { name: 'À planifier' });
    await tray.getByRole('button', { name: 'Tout voir' }).click();
    await tray
      .locator('li button')
      .nth(before.unplanned.findIndex((one) => one.activity === left.activity && one.occurrence === left.occurrence))
      .click();
    const reason = screen.panel.locator('.reason').first();
    await reason.hover();
    await screen.grid.locator('.painted.no').first().waitFor();
    const choices = answer(/^Qu’est-ce qui la débloquerait/).getByRole('radio');
    await choices.first().waitFor();
    await choices.first().check();
    await painted().first().waitFor();
    expect((await screen.rota()).summary.revision).toBe(before.summary.revision);
    expect(await violationsOn(page)).toEqual([]);
    await screen.panel.getByRole('button', { name: 'Appliquer' }).click();
    await eventually(async () => (await screen.rota()).counters.planned).toBe(before.counters.planned + 1);
    await screen.tools.getByRole('button', { name: 'Annuler' }).click();
    await eventually(async () => (await screen.rota()).counters.planned).toBe(before.counters.planned);
  });

  test('montre les heures d’une raison et ce qui la débloquerait dans la ligne de l’enfant', async () => {
    const left = await unblockable(screen);
    const { activities } = await screen.rota();
    const children = activities.find(({ id }) => id === left.activity)?.children ?? [];
    await screen.panel.getByRole('button', { name: 'Fermer le volet' }).click();
    await page.getByLabel('Lignes').selectOption({ label: 'Enfants' });
    await screen.grid.locator('.waiting').first().waitFor();
    await page
      .getByRole('region', { name: 'À planifier' })
      .locator('.need')
      .nth(
        (await screen.rota()).unplanned.findIndex(
          ({ activity, occurrence }) => activity === left.activity && occurrence === left.occurrence,
        ),
      )
      .click();
    await screen.panel.locator('.reason').first().hover();
    const row = screen.grid.locator(children.map((id) => `[data-row="${id}"]`).join());
    await row.locator('.painted.no').first().waitFor();
    const choices = answer(/^Qu’est-ce qui la débloquerait/).getByRole('radio');
    await choices.first().check();
    await row.locator('.painted.new').first().waitFor();
    await screen.panel.getByRole('button', { name: 'Fermer le volet' }).click();
    await page.getByLabel('Lignes').selectOption({ label: 'Professionnels' });
  });

  test('vérifie les besoins avant de proposer', async () => {
    await screen.tools.getByRole('button', { name: 'Proposer…' }).click();
    await screen.dialog.getByRole('button', { name: 'Vérifier' }).click();
    await screen.dialog.locator('.check .banner').waitFor();
    await page.keyboard.press('Escape');
    await screen.dialog.waitFor({ state: 'detached' });
  });

  test('répond aussi sur le téléphone', async () => {
    const phone = await house.open(screens.phone);
    await signIn(phone.page, 'manager');
    await phone.page.goto('/planning/2026-W48');
    await phone.page
      .getByRole('button', { name: /^Pourquoi ici, qui d’autre, quand/ })
      .first()
      .click();
    const sheet = phone.page.getByRole('dialog');
    await sheet.getByRole('heading', { name: /^Pourquoi ici|^Qu’est-ce qui la débloquerait/ }).waitFor();
    expect(await violationsOn(phone.page)).toEqual([]);
    expect(phone.complaints.all).toEqual([]);
    await phone.context.close();
  });
});

/** Sessions in sight, of different children, that somebody else could take and that could be at another hour. */
async function sessionsWithOthers(screen: RotaScreen, wanted: number): Promise<Session[]> {
  const { summary } = await screen.rota();
  const found: Session[] = [];
  for (const session of await screen.sessions(await screen.peopleInSight())) {
    if (found.some(({ child, person }) => child === session.child || person === session.person)) continue;
    const { activity, occurrence } = session.occurrence;
    const ways = (keep: string) =>
      screen.read<Ways>(`/rotas/${summary.id}/ways?activity=${activity}&occurrence=${occurrence}&keep=${keep}`);
    const both = [await ways('hour'), await ways('staff')];
    if (both.every((answer) => answer.ways[0] && !answer.ways[0].gives_way)) found.push(session);
    if (found.length === wanted) return found;
  }
  throw new Error(`only ${found.length} of ${wanted} sessions could be planned otherwise`);
}

/** A need of the tray that the rota alone can make room for. */
async function unblockable(screen: RotaScreen): Promise<Reference> {
  const { summary, unplanned } = await screen.rota();
  for (const ref of unplanned) {
    const answer = await screen.read<Proposals>(`/rotas/${summary.id}/proposals?activity=${ref.activity}&occurrence=${ref.occurrence}`);
    if (answer.proposals[0]?.change === null) return ref;
  }
  throw new Error('nothing in the tray can be planned');
}
