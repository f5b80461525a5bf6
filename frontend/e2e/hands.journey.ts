import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openWindow, startBrowser, type Window } from './support/browser';
import { eventually } from './support/condition';
import { pressOn, tabTo } from './support/keyboard';
import { enter } from './support/people';
import { hourWords, RotaScreen, type Move } from './support/rota';
import { addAccount, startDemo, type Server } from './support/server';

const colleague = { email: 'valerie@exemple.fr', name: 'Valérie Roque', role: 'manager', password: 'une autre phrase de passe' };

/** Two people on one draft, each with an account and a browser of their own. */
describe('deux personnes sur un brouillon', () => {
  let server: Server;
  let browser: Browser;
  let mine: Window;
  let theirs: Window;
  let here: RotaScreen;
  let there: RotaScreen;
  let moves: Move[];

  const drop = async (screen: RotaScreen, move: Move) => {
    await screen.dragByMouse(move);
    await screen.page.mouse.up();
  };
  const undo = (screen: RotaScreen) => screen.tools.getByRole('button', { name: 'Annuler' }).click();
  const redo = (screen: RotaScreen) => screen.tools.getByRole('button', { name: 'Rétablir' }).click();
  const backOf = (move: Move): Move => ({ ...move, start: move.occurrence.start });
  const shows = (screen: RotaScreen, move: Move) =>
    eventually(() => screen.block(move).getAttribute('aria-label')).toContain(hourWords(move.start));

  beforeAll(async () => {
    [server, browser] = await Promise.all([startDemo(), startBrowser()]);
    await addAccount(server, colleague);
    [mine, theirs] = await Promise.all([openWindow(browser, server.url), openWindow(browser, server.url)]);
    [here, there] = [new RotaScreen(mine.page), new RotaScreen(theirs.page)];
    // Whoever is slower by a moment is refused, and asks again on the newest state.
    for (const window of [mine, theirs]) window.complaints.expect(409, /\/api\/rotas\/[^/]+(\/undo|\/redo|\/return)?$/);
    await enter(mine.page, 'manager', '/planning/2026-W48');
    await theirs.page.request.post('/api/session', { data: { email: colleague.email, password: colleague.password } });
    await theirs.page.goto('/planning/2026-W48');
    await Promise.all([here.ready(), there.ready()]);
    moves = await here.possibleMoves(await here.peopleInSight(), 4);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  afterEach(() => expect([...mine.complaints.all, ...theirs.complaints.all]).toEqual([]));

  test('chacun voit ce que l’autre change, et qui l’a changé', async () => {
    const move = moves[0]!;
    await drop(there, move);
    await there.isAt(move, move.start);
    await shows(here, move);
    await eventually(() => here.said.textContent()).toContain(`Valérie Roque a changé ce brouillon\u00a0: ${move.child}`);
  });

  test('chacun annule ses propres étapes, même après avoir rechargé la page', async () => {
    const [first, own] = [moves[0]!, moves[1]!];
    await drop(here, own);
    await shows(there, own);
    await mine.page.reload();
    await here.ready();
    await undo(here);
    await shows(here, backOf(own));
    await here.isAt(first, first.start);
    await eventually(() => here.tools.getByRole('button', { name: 'Annuler' }).isDisabled()).toBe(true);
    await redo(here);
    await here.isAt(own, own.start);
    await undo(there);
    await there.isAt(first, first.occurrence.start);
    await shows(here, backOf(first));
    await shows(here, own);
  });

  test('ce que l’autre a changé depuis n’est pas annulé, et l’étape d’avant peut l’être', async () => {
    const [before, overtaken] = [moves[1]!, moves[2]!];
    await drop(here, overtaken);
    await shows(there, overtaken);
    await drop(there, backOf(overtaken));
    await shows(here, backOf(overtaken));
    await undo(here);
    await eventually(() => here.said.textContent()).toContain(`${overtaken.child}\u00a0: changé depuis par quelqu’un d’autre.`);
    await mine.page.getByRole('button', { name: 'Annuler l’étape d’avant' }).click();
    await here.isAt(before, before.occurrence.start);
    await here.isAt(overtaken, overtaken.occurrence.start);
  });

  test('sans nouvelles de l’autre, ce qui ne se touche pas s’ajoute, ce qui se touche se décide', async () => {
    await mine.page.route('**/events', (route) => route.fulfill({ contentType: 'text/event-stream', body: '' }));
    await mine.page.reload();
    await here.ready();
    const [own, other] = [moves[1]!, moves[3]!];
    await drop(there, other);
    await there.isAt(other, other.start);
    await drop(here, own);
    await here.isAt(own, own.start);
    await here.isAt(other, other.start);
    await mine.page.getByText('Votre changement vient s’y ajouter.').first().waitFor();

    await drop(there, backOf(other));
    await there.isAt(other, other.occurrence.start);
    await here.block(other).click();
    await here.panel.getByRole('button', { name: 'Verrouiller' }).click();
    const clash = mine.page.getByRole('alert').filter({ hasText: 'Quelqu’un a changé ce brouillon en même temps que vous.' });
    await clash.waitFor();
    await eventually(() => clash.innerText()).toContain(hourWords(other.occurrence.start));
    await clash.getByRole('button', { name: 'Garder le sien' }).click();
    await clash.waitFor({ state: 'detached' });
    await here.isAt(other, other.occurrence.start);
    await here.panel.getByRole('button', { name: 'Verrouiller' }).waitFor();
    await here.panel.getByRole('button', { name: 'Fermer le volet' }).click();
  });

  test('un point de retour se garde, se retrouve et s’annule, au clavier', async () => {
    const own = moves[1]!;
    await here.isAt(own, own.start);
    const openPoints = async () => {
      await pressOn(mine.page, here.tools.getByRole('button', { name: /choisir un autre planning/ }));
      await pressOn(mine.page, mine.page.getByRole('button', { name: 'Points de retour…' }));
    };
    await openPoints();
    await here.dialog.getByText('Aucun point de retour dans ce brouillon.').waitFor();
    await tabTo(mine.page, here.dialog.getByRole('textbox', { name: 'Nom' }));
    await mine.page.keyboard.type('avant la réunion');
    await mine.page.keyboard.press('Enter');
    await here.dialog.getByText('comme le brouillon maintenant').waitFor();
    await mine.page.keyboard.press('Escape');
    await here.dialog.waitFor({ state: 'detached' });
    await undo(here);
    await here.isAt(own, own.occurrence.start);
    await openPoints();
    await pressOn(mine.page, here.dialog.getByRole('button', { name: 'Revenir à «\u00a0avant la réunion\u00a0»' }));
    await here.dialog.waitFor({ state: 'detached' });
    await here.isAt(own, own.start);
    await undo(here);
    await here.isAt(own, own.occurrence.start);
  });
});
