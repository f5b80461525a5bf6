import { beforeAll, describe, expect, test } from 'vitest';
import type { Checked } from '../src/api/wire';
import { violationsOn } from './support/axe';
import { openWindow, screens, type Window } from './support/browser';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { pressOn, tabTo } from './support/keyboard';
import { enter } from './support/people';
import { hourWords, keyOf, RotaScreen, type Move, type Session } from './support/rota';
import { longPress, tap } from './support/touch';
import { addAccount } from './support/server';

const colleague = { email: 'valerie@exemple.fr', name: 'Valérie Roque', role: 'manager', password: 'une autre phrase de passe' };

/** Two people on one draft, each with an account and a browser of their own. */
describe('deux personnes sur un brouillon', () => {
  const house = demoHouse();
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
    await addAccount(house.server, colleague);
    [mine, theirs] = await Promise.all([house.open(), house.open()]);
    [here, there] = [new RotaScreen(mine.page), new RotaScreen(theirs.page)];
    // Whoever is slower by a moment is refused, and asks again on the newest state.
    for (const window of [mine, theirs]) window.complaints.expect(409, /\/api\/rotas\/[^/]+(\/undo|\/redo|\/return)?$/);
    await enter(mine.page, 'manager', '/planning/2026-W48');
    await theirs.page.request.post('/api/session', { data: { email: colleague.email, password: colleague.password } });
    await theirs.page.goto('/planning/2026-W48');
    await Promise.all([here.ready(), there.ready()]);
    moves = await here.possibleMoves(await here.peopleInSight(), 4);
  });

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
    await eventually(() => there.said.textContent()).toContain(overtaken.child);
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

/** Several sessions changed together: one step, all of it or nothing. */
describe('plusieurs séances à la fois', () => {
  const house = demoHouse();
  let window: Window;
  let screen: RotaScreen;
  let row: Session[];

  const bar = () => screen.page.getByRole('group', { name: /choisie/ });
  const chosen = () =>
    eventually(() => screen.grid.locator('[data-chosen]').evaluateAll((all) => all.map((one) => one.getAttribute('data-key'))));
  const states = async () => {
    const { occurrences } = await screen.rota();
    return row.map(({ occurrence }) =>
      occurrences.find((one) => one.activity === occurrence.activity && one.occurrence === occurrence.occurrence),
    );
  };
  const enterAsManager = async (options: Parameters<typeof openWindow>[2]) => {
    window = await house.open(options);
    screen = new RotaScreen(window.page);
    await enter(window.page, 'manager', '/planning/2026-W48');
    await screen.ready();
    const sessions = await screen.sessions(await screen.peopleInSight());
    const first = sessions.find((one) => sessions.filter(({ person }) => person === one.person).length >= 3);
    row = sessions.filter(({ person }) => person === first?.person).slice(0, 3);
  };

  beforeAll(async () => {
    await enterAsManager(screens.desk);
  });

  test('à la souris : Ctrl et Maj choisissent, un verrou pour toutes, une étape', async () => {
    const [first, second, third] = row as [Session, Session, Session];
    await screen.block(first).click({ modifiers: ['Control'] });
    await screen.block(third).click({ modifiers: ['Control'] });
    await chosen().toEqual([keyOf(first), keyOf(third)]);
    await screen.block(first).click({ modifiers: ['Control'] });
    await chosen().toEqual([keyOf(third)]);
    await screen.block(second).click({ modifiers: ['Control'] });
    await screen.block(first).click({ modifiers: ['Shift'] });
    await chosen().toContain(keyOf(second));
    await bar()
      .getByText(/séances choisies/)
      .waitFor();
    const count = (await bar().getByRole('status').innerText()).replace(/\D+/g, '');
    await bar().getByRole('button', { name: 'Verrouiller' }).click();
    await eventually(() => screen.said.textContent()).toContain(`${count}\u00a0séances verrouillées.`);
    expect((await states()).slice(0, 2).map((one) => one?.locked)).toEqual([true, true]);
    await screen.tools.getByRole('button', { name: 'Annuler' }).click();
    await eventually(async () => (await states()).map((one) => one?.locked)).toEqual([false, false, false]);
  });

  test('ce qui s’oppose est nommé, et rien n’est changé', async () => {
    window.complaints.expect(422, /\/api\/rotas\/[^/]+$/);
    const before = await states();
    await bar().getByRole('button', { name: 'Décaler…' }).click();
    await screen.dialog.getByLabel('Jour').selectOption({ label: '4\u00a0jours plus tard' });
    await screen.dialog.getByRole('button', { name: 'Décaler', exact: true }).click();
    await screen.dialog.getByRole('heading', { name: /Rien n’a été changé\./ }).waitFor();
    expect(await screen.dialog.getByRole('listitem').count()).toBeGreaterThan(0);
    expect(await states()).toEqual(before);
    await screen.page.keyboard.press('Escape');
    await screen.dialog.waitFor({ state: 'detached' });
    await bar().getByRole('button', { name: 'Ne plus rien choisir' }).click();
    await bar().waitFor({ state: 'detached' });
  });

  test('au clavier : Maj et les flèches choisissent, Suppr remet à planifier, Ctrl + Z rend tout', async () => {
    const [first, second] = row as [Session, Session, Session];
    await tabTo(window.page, screen.grid.locator('[data-key][tabindex="0"]'));
    await screen.walkTo(first);
    // What stands between the two is chosen with them.
    for (
      let step = 0;
      step < 8 &&
      !(await screen
        .block(second)
        .getAttribute('data-chosen')
        .then((mark) => mark !== null));
      step++
    )
      await window.page.keyboard.press('Shift+ArrowRight');
    await bar()
      .getByText(/séances choisies/)
      .waitFor();
    await window.page.keyboard.press('Delete');
    await eventually(() => screen.said.textContent()).toContain('séances remises à planifier.');
    await eventually(async () => (await states())[0]).toBeUndefined();
    await window.page.keyboard.press('Control+z');
    await eventually(async () => (await states()).slice(0, 2).map((one) => one?.start)).toEqual([
      first.occurrence.start,
      second.occurrence.start,
    ]);
    await window.page.keyboard.press('Control+a');
    await bar().waitFor();
    await window.page.keyboard.press('Escape');
    await bar().waitFor({ state: 'detached' });
  });

  test('au doigt : un appui long choisit, les suivantes d’un toucher', async () => {
    await window.context.close();
    await enterAsManager(screens.tablet);
    const [first, second] = row as [Session, Session, Session];
    await longPress(screen, first);
    await chosen().toEqual([keyOf(first)]);
    await tap(screen, second);
    await chosen().toEqual([keyOf(first), keyOf(second)]);
    await bar().getByRole('button', { name: 'Remettre à planifier' }).click();
    await eventually(async () => (await states())[1]).toBeUndefined();
    await screen.tools.getByRole('button', { name: 'Annuler' }).click();
    await eventually(async () => (await states())[1]?.start).toBe(second.occurrence.start);
  });
});

/** What breaks a rule can be kept in a draft on purpose, by a second gesture; what never may is not offered. */
describe('un conflit gardé en connaissance de cause', () => {
  const house = demoHouse();
  let window: Window;
  let screen: RotaScreen;

  /** The earliest start of the day's grid at which a session is refused for one thing, which may be kept. */
  const outside = async (): Promise<Move> => {
    const { summary } = await screen.rota();
    for (const session of await screen.sessions(await screen.peopleInSight())) {
      const { activity, occurrence, start, place, room } = session.occurrence;
      const day = start - (start % 1440);
      // Its room stays, as in the form.
      const operation = { kind: 'set', activity, occurrence, start: day + 9 * 60, place, room };
      const { breaches } = await screen.read<Checked>(`/rotas/${summary.id}/check`, { operation });
      if (breaches.length === 1 && breaches[0]?.code === 'child_not_available') return { ...session, start: operation.start };
    }
    throw new Error('every child can be met at nine');
  };

  /** Two sessions of different people and children, and a stretch by which both move for a child's hours only. */
  const earlierTogether = async (): Promise<{ pair: [Session, Session]; shift: number }> => {
    const { summary, kept } = await screen.rota();
    const sessions = await screen.sessions(await screen.peopleInSight());
    for (const shift of [-60, -90, -120, 60, 90, 120]) {
      let first: Session | null = null;
      for (const session of sessions) {
        const { activity, occurrence, start } = session.occurrence;
        if (kept.some((one) => one.activity === activity)) continue;
        const operation = { kind: 'set', activity, occurrence, start: start + shift };
        const { breaches } = await screen.read<Checked>(`/rotas/${summary.id}/check`, { operation });
        if (breaches.length === 0 || breaches.some(({ code }) => code !== 'child_not_available')) continue;
        if (first && first.child !== session.child && first.person !== session.person) return { pair: [first, session], shift };
        first ??= session;
      }
    }
    throw new Error('no two children can be met outside their hours together');
  };

  beforeAll(async () => {
    window = await house.open();
    screen = new RotaScreen(window.page);
    await enter(window.page, 'manager', '/planning/2026-W48');
    await screen.ready();
    window.complaints.expect(422, /\/api\/rotas\/[^/]+$/);
  });

  test('refusé, puis gardé : il est compté, nommé, et s’annule', async () => {
    const move = await outside();
    await screen.block(move).click();
    await screen.panel.getByRole('button', { name: 'Déplacer…' }).click();
    await screen.dialog.getByLabel('Heure').selectOption({ value: String(move.start % 1440) });
    await screen.dialog.getByRole('button', { name: 'Déplacer', exact: true }).click();
    await screen.dialog.getByRole('button', { name: 'Garder quand même' }).click();
    await screen.dialog.waitFor({ state: 'detached' });
    await screen.isAt(move, move.start);
    await screen.tools.getByRole('button', { name: '1\u00a0conflit' }).waitFor();
    await eventually(() => screen.block(move).getAttribute('aria-label')).toContain('conflit');
    await screen.panel.getByText(/Gardé quand même par Claire Vasseur/).waitFor();
    await screen.tools.getByRole('button', { name: 'Annuler' }).click();
    await screen.isAt(move, move.occurrence.start);
    await screen.tools.getByRole('button', { name: 'Rétablir' }).click();
    await screen.isAt(move, move.start);
    await screen.tools.getByRole('button', { name: 'Annuler' }).click();
    await screen.isAt(move, move.occurrence.start);
    await screen.panel.getByRole('button', { name: 'Fermer le volet' }).click();
  });

  test('à la souris, le second geste est offert ; jamais quelqu’un à deux endroits', async () => {
    const [one, inTheWay] = await screen.neighbours(await screen.peopleInSight());
    await screen.dragByMouse({ ...one, start: inTheWay.occurrence.start });
    await window.page.mouse.up();
    await eventually(() => screen.said.textContent()).toContain('n’a pas bougé');
    expect(await window.page.getByRole('button', { name: 'Garder quand même' }).count()).toBe(0);
    const move = await outside();
    await screen.dragByMouse(move);
    await window.page.mouse.up();
    await window.page.getByRole('button', { name: 'Garder quand même' }).click();
    await screen.isAt(move, move.start);
  });

  test('à plusieurs, un motif pour toutes et une seule étape', async () => {
    const { pair, shift } = await earlierTogether();
    for (const one of pair) await screen.block(one).click({ modifiers: ['Control'] });
    const bar = window.page.getByRole('group', { name: /choisie/ });
    await bar.getByRole('button', { name: 'Décaler…' }).click();
    await screen.dialog.getByLabel('Heure').selectOption({ value: String(shift) });
    await screen.dialog.getByRole('button', { name: 'Décaler', exact: true }).click();
    await screen.dialog.getByRole('heading', { name: /Rien n’a été changé\./ }).waitFor();
    expect(await violationsOn(window.page)).toEqual([]);
    await screen.dialog.getByLabel('Motif, le même pour toutes').fill('Accord des familles');
    await screen.dialog.getByRole('button', { name: 'Garder quand même' }).click();
    await screen.dialog.waitFor({ state: 'detached' });
    for (const one of pair) await screen.isAt(one, one.occurrence.start + shift);
    const { kept } = await screen.rota();
    expect(kept.filter(({ reason }) => reason === 'Accord des familles').length).toBeGreaterThan(0);
    await screen.tools.getByRole('button', { name: 'Annuler' }).click();
    for (const one of pair) await screen.isAt(one, one.occurrence.start);
    await screen.tools.getByRole('button', { name: 'Rétablir' }).click();
    for (const one of pair) await screen.isAt(one, one.occurrence.start + shift);
    await bar.getByRole('button', { name: 'Ne plus rien choisir' }).click();
  });

  test('se publie avec une signature et un motif, que les versions gardent', async () => {
    await screen.tools.getByRole('button', { name: 'Publier…' }).click();
    await screen.dialog.getByRole('heading', { name: 'Conflits gardés quand même' }).waitFor();
    await screen.dialog.getByText('Signataire\u00a0: Claire Vasseur.').waitFor();
    const submit = screen.dialog.getByRole('button', { name: 'Publier la version 3' });
    await submit.click();
    await screen.dialog.getByText('Écrivez le motif pour publier.').first().waitFor();
    expect(await violationsOn(window.page)).toEqual([]);
    // What was kept with a reason has it already.
    await eventually(() =>
      screen.dialog.getByRole('textbox', { name: 'Motif' }).evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value)),
    ).toContain('Accord des familles');
    await screen.giveReasons('Accord écrit, le 20 novembre');
    await submit.click();
    await window.page
      .getByText(/publiée, version 3/)
      .first()
      .waitFor();
    await screen.tools.getByRole('button', { name: /choisir un autre planning/ }).click();
    await window.page.getByRole('button', { name: 'Versions…' }).click();
    const version = screen.dialog.getByRole('listitem').filter({ hasText: 'Version 3' });
    await version.getByText(/signatures? de Claire Vasseur$/).click();
    await version
      .getByText(/Motif\s: «\sAccord écrit, le 20 novembre\s»/)
      .first()
      .waitFor();
    expect(await violationsOn(window.page)).toEqual([]);
  });
});
