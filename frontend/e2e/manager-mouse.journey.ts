import { beforeAll, describe, expect, test } from 'vitest';
import { screens, type Window } from './support/browser';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { signIn, enter } from './support/people';
import { hourWords, RotaScreen, type Move } from './support/rota';
import { touchDrag } from './support/touch';

/** The team manager prepares week 48, with a mouse, then with a finger. */
describe('la cheffe de service, à la souris', () => {
  const house = demoHouse();
  let window: Window;
  let screen: RotaScreen;
  let moves: Move[];

  beforeAll(async () => {
    window = await house.open();
    screen = new RotaScreen(window.page);
  });

  test('entre par son bouton et voit la semaine à préparer', async () => {
    await signIn(window.page, 'manager');
    await screen.ready();
    await window.page.getByRole('heading', { level: 1, name: /Semaine 48/ }).waitFor();
    await screen.tools.getByText('Brouillon').first().waitFor();
    await eventually(() => screen.grid.getByRole('rowheader').count()).toBeGreaterThan(20);
    await eventually(() => screen.grid.getByRole('columnheader', { name: /^(lundi|vendredi) / }).count()).toBe(2);
    // A session says hour, child, person and place; team meetings are in the plan like any session.
    await screen.grid
      .getByRole('button', { name: /lundi 23, \d+\sh.*PEU/ })
      .first()
      .waitFor();
    await eventually(() => screen.grid.getByRole('button', { name: /Réunion d’équipe/ }).count()).toBeGreaterThan(0);
    moves = await screen.possibleMoves(await screen.peopleInSight(), 3);
  });

  test('lit pourquoi un besoin n’est pas planifié', async () => {
    const tray = window.page.getByRole('region', { name: 'À planifier' });
    await tray.getByRole('button', { name: 'Tout voir' }).click();
    await tray.locator('li button').first().click();
    await screen.panel.getByRole('heading', { name: /^Pourquoi .* n’est-elle pas planifiée\s\?$/ }).waitFor();
    const reasons = screen.panel.locator('ol li');
    await reasons.first().waitFor();
    for (const reason of await reasons.allInnerTexts()) expect(reason).toMatch(/[a-zàéè]{3,}/);
    expect((await reasons.allInnerTexts()).join(' ')).not.toMatch(/règle s’y oppose|_|undefined/);
    await screen.panel.getByRole('button', { name: 'Fermer le volet' }).click();
    await tray.getByRole('button', { name: 'Réduire' }).click();
  });

  test('fait proposer, arrête et garde le meilleur dans un nouveau brouillon', async () => {
    const before = await screen.rota();
    await screen.tools.getByRole('button', { name: 'Proposer…' }).click();
    await screen.dialog.getByRole('radio', { name: /^(Tout refaire|Tout reprendre)/ }).check();
    await screen.dialog.getByRole('button', { name: 'Proposer', exact: true }).click();
    await screen.panel.getByRole('heading', { name: 'Proposition en cours' }).waitFor();
    const progress = screen.panel.getByRole('progressbar');
    await eventually(async () => Number(await progress.getAttribute('value'))).toBeGreaterThan(0);
    await screen.panel.getByText(/\d+\ss sur \d+/).waitFor();
    await screen.panel.getByRole('button', { name: 'Arrêter et garder ce planning' }).click();
    await eventually(() => window.page.url()).toContain('planning=');
    await screen.ready();
    const draft = await screen.rota();
    expect(draft.summary.id).not.toBe(before.summary.id);
    expect(draft.summary.number).toBeGreaterThan(before.summary.number);
    expect(draft.counters.conflicts).toBe(0);
    const kept = await screen.read<{ summary: { revision: number } }>(`/rotas/${before.summary.id}`);
    expect(kept.summary.revision).toBe(before.summary.revision);
  });

  test('déplace une séance en la glissant, et lit où elle est libre', async () => {
    await window.page.goto(`/planning/2026-W48`);
    await screen.ready();
    moves = await screen.possibleMoves(await screen.peopleInSight(), 3);
    const move = moves[0]!;
    await screen.dragByMouse(move);
    await eventually(() => screen.said.textContent()).toMatch(/: libre/);
    await window.page.mouse.up();
    await eventually(() => screen.said.textContent()).toContain(hourWords(move.start));
    await screen.isAt(move, move.start);
    await eventually(() => screen.block(move).getAttribute('aria-label')).toContain('changé dans ce brouillon');
  });

  test('ne peut pas poser une séance sur une autre, et lit ce qui gêne', async () => {
    window.complaints.expect(422, /\/api\/rotas\/[^/]+$/);
    const [one, other] = await screen.neighbours(await screen.peopleInSight());
    for (const [session, inTheWay] of [
      [one, other],
      [other, one],
    ] as const) {
      await screen.dragByMouse({ ...session, start: inTheWay.occurrence.start });
      await eventually(() => screen.said.textContent()).toContain(inTheWay.child);
      await window.page.mouse.up();
      await eventually(() => screen.said.textContent()).toContain('n’a pas bougé');
      await eventually(() => screen.said.textContent()).toContain(inTheWay.child);
      await eventually(() => screen.said.textContent()).toContain(hourWords(inTheWay.occurrence.start));
      await screen.isAt(session, session.occurrence.start);
    }
  });

  test('déplace par le formulaire : jour, heure, personne, salle', async () => {
    const move = moves[1]!;
    await screen.block(move).click();
    await screen.panel.getByRole('button', { name: 'Déplacer…' }).click();
    await screen.dialog.getByLabel('Professionnel').first().waitFor();
    await screen.dialog.getByLabel('Jour').waitFor();
    await screen.dialog.getByLabel('Heure').selectOption({ value: await optionFor(move.start) });
    await screen.dialog.getByText(/^Possible\./).waitFor();
    await screen.dialog.getByRole('button', { name: 'Déplacer', exact: true }).click();
    await screen.dialog.waitFor({ state: 'detached' });
    await screen.isAt(move, move.start);

    async function optionFor(start: number): Promise<string> {
      const option = screen.dialog.getByLabel('Heure').locator('option', { hasText: new RegExp(`^${hourWords(start)}(?!\\u00a0\\d)`) });
      return (await option.first().getAttribute('value')) ?? '';
    }
  });

  test('verrouille une séance : elle ne se déplace plus', async () => {
    const move = moves[1]!;
    const lock = screen.panel.getByRole('button', { name: 'Verrouiller', exact: true });
    if (!(await lock.isVisible())) await screen.block(move).click();
    await lock.click();
    await screen.panel.getByRole('button', { name: 'Déverrouiller' }).waitFor();
    await eventually(() => screen.panel.getByRole('button', { name: 'Déplacer…' }).isDisabled()).toBe(true);
    await eventually(() => screen.block(move).getAttribute('aria-label')).toContain('verrouillé');
    await screen.panel.getByRole('button', { name: 'Fermer le volet' }).click();
  });

  test('annule et rétablit, même après avoir rechargé la page', async () => {
    const move = moves[0]!;
    const [undo, redo] = ['Annuler', 'Rétablir'].map((name) => screen.tools.getByRole('button', { name }));
    await undo!.click(); // the lock
    await undo!.click(); // the move by the form
    await screen.isAt(moves[1]!, moves[1]!.occurrence.start);
    await window.page.reload();
    await screen.ready();
    await undo!.click(); // the move by the mouse
    await screen.isAt(move, move.occurrence.start);
    await redo!.click();
    await screen.isAt(move, move.start);
    await redo!.click();
    await screen.isAt(moves[1]!, moves[1]!.start);
  });

  test('déplace au doigt, par un appui long', async () => {
    const tablet = await house.open(screens.tablet);
    const touched = new RotaScreen(tablet.page);
    await enter(tablet.page, 'manager', window.page.url());
    await touched.ready();
    const move = moves[2]!;
    await touchDrag(touched, move);
    await touched.isAt(move, move.start);
    expect(tablet.complaints.all).toEqual([]);
    await tablet.context.close();
  });

  test('publie : qui est concerné, numéro de version, et tout le monde la voit', async () => {
    await window.page.reload();
    await screen.ready();
    await screen.tools.getByRole('button', { name: 'Publier…' }).click();
    await screen.dialog.getByRole('heading', { name: 'Publier la semaine 48' }).waitFor();
    await screen.dialog.getByRole('heading', { name: 'Qui est concerné' }).waitFor();
    await eventually(() => screen.dialog.getByRole('row').count()).toBeGreaterThan(1);
    await screen.dialog
      .getByText(/\(était (\S+ )?\d+\sh/)
      .first()
      .waitFor();
    // What the convention ties to agreement asks for a signed reason, and says so where it is missing.
    await screen.dialog.getByRole('heading', { name: 'Règles de travail' }).waitFor();
    await screen.dialog.getByText('Aucun point bloquant.').waitFor();
    // What was signed for the version before is proposed; who takes it out is asked for another.
    await screen.giveReasons('');
    await screen.dialog.getByRole('button', { name: 'Publier la version 3' }).click();
    await screen.dialog.getByText('Écrivez le motif pour publier.').first().waitFor();
    expect(await screen.giveReasons('Accord des personnes, le 20 novembre')).toBeGreaterThan(0);
    await eventually(() => screen.dialog.getByText('Écrivez le motif pour publier.').count()).toBe(0);
    await screen.dialog.getByRole('button', { name: 'Publier la version 3' }).click();
    await window.page.getByText('Semaine 48 publiée, version 3.').first().waitFor();
    await screen.tools.getByRole('button', { name: /^Version 3 publiée/ }).waitFor();
    const { published } = await screen.week();
    expect(published?.version).toBe(3);
    // The reasons stay with the version, and are read in the panel of the law.
    expect((await screen.rota()).signed[0]?.reason).toBe('Accord des personnes, le 20 novembre');
    await screen.tools.getByRole('button', { name: /^Droit du travail/ }).click();
    await screen.panel.getByText('Accord des personnes, le 20 novembre').first().waitFor();
  });
});
