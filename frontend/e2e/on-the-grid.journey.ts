import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Activity, Id, Occurrence, Rota } from '../src/api/wire';
import { violationsOn } from './support/axe';
import { screens } from './support/browser';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { enter } from './support/people';
import { hourWords, RotaScreen, type Session } from './support/rota';
import { dragFinger, tap } from './support/touch';

const ADDRESS = '/planning/2026-W48';
const DAY = 1440;
/** How far the pointer goes in the tries until the line says the wanted hour, in pixels. */
const REACH = 160;

/** A length and a joining on the grid itself: by mouse, by finger and by keyboard, in this week only. */
describe('cette fois autrement, sur la grille', () => {
  const house = demoHouse();
  let page: Page;
  let screen: RotaScreen;

  beforeAll(async () => {
    const window = await house.open();
    page = window.page;
    screen = new RotaScreen(page);
    // The card of the block under the keyboard may ask about what the other window has just taken back.
    window.complaints.expect(422, /\/explanation\?/);
    await enter(page, 'manager', ADDRESS);
    await screen.ready();
  });

  const undo = () => screen.tools.getByRole('button', { name: 'Annuler' }).click();
  const standIn = (rota: Rota, { activity, occurrence }: Occurrence): Activity | undefined =>
    rota.activities.find(({ instead }) => instead?.activity === activity && instead.occurrence === occurrence);
  const lengthOf = (on: RotaScreen, session: Session) => async () =>
    standIn(await on.rota(), session.occurrence)?.duration ?? session.activity.duration;

  /** A session with a quarter of an hour free after it, wide enough on the screen to be taken in its middle. */
  async function stretchable(on: RotaScreen): Promise<Session> {
    const { summary } = await on.rota();
    for (const session of await on.sessions(await on.peopleInSight())) {
      const { activity, occurrence } = session.occurrence;
      const longer = { kind: 'resize', activity, occurrence, length: session.activity.duration + 15 };
      const { breaches } = await on.read<{ breaches: unknown[] }>(`/rotas/${summary.id}/check`, { operation: longer });
      if (breaches.length === 0) return session;
    }
    throw new Error('no session can be longer');
  }

  /** Moves a pointer right, a pixel at a time, until the line says that the session ends then. */
  async function endAt(on: RotaScreen, minute: number, from: number, pointTo: (x: number) => Promise<void>): Promise<void> {
    for (let x = from; x < from + REACH; x++) {
      await pointTo(x);
      if ((await on.said.textContent())?.startsWith(`Jusqu’à ${hourWords(minute)} (`)) return;
    }
    throw new Error(`nothing ends at ${hourWords(minute)}, but « ${await on.said.textContent()} »`);
  }

  const edgeOf = async (on: RotaScreen, session: Session) => {
    const box = await on.block(session).boundingBox();
    if (!box) throw new Error('the session is not drawn');
    return { x: box.x + box.width, y: box.y + box.height / 2 };
  };

  test('une fin se tire à la souris, et s’annule', async () => {
    const session = await stretchable(screen);
    const { x, y } = await edgeOf(screen, session);
    const end = session.occurrence.start + session.activity.duration + 15;
    await page.mouse.move(x - 2, y);
    await page.mouse.down();
    await endAt(screen, end, x, (to) => page.mouse.move(to, y));
    await eventually(() => screen.said.textContent()).toMatch(/: libre/);
    await page.mouse.up();
    await eventually(lengthOf(screen, session)).toBe(session.activity.duration + 15);
    await page
      .getByText(`${session.child}\u00a0: jusqu’à ${hourWords(end)}`)
      .first()
      .waitFor();
    await undo();
    await eventually(lengthOf(screen, session)).toBe(session.activity.duration);
  });

  test('au clavier, et le clavier reste sur la séance', async () => {
    const session = await stretchable(screen);
    await screen.grid.locator('[data-key][tabindex="0"]').focus();
    await screen.walkTo(session);
    await page.keyboard.press('Control+Shift+ArrowRight');
    await screen.veil.waitFor({ state: 'attached' });
    const end = session.occurrence.start + session.activity.duration + 15;
    await eventually(() => screen.said.textContent()).toMatch(new RegExp(`^Jusqu’à ${hourWords(end)} .*libre`));
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await eventually(lengthOf(screen, session)).toBe(session.activity.duration + 15);
    const stands = standIn(await screen.rota(), session.occurrence)?.id ?? '';
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('data-ref'))).toBe(`${stands}/0`);
    // Shorter than ever is refused by nobody; what is let go of changes nothing.
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('Enter');
    await eventually(lengthOf(screen, session)).toBe(session.activity.duration);
    await eventually(() => page.evaluate(() => document.activeElement?.getAttribute('data-ref'))).toBe(
      `${session.occurrence.activity}/${session.occurrence.occurrence}`,
    );
  });

  test('au doigt, par la poignée de la séance choisie', async () => {
    const tablet = await house.open(screens.tablet);
    const hand = new RotaScreen(tablet.page);
    await enter(tablet.page, 'manager', ADDRESS);
    await hand.ready();
    const session = await stretchable(hand);
    await tap(hand, session);
    await hand.panel.getByRole('button', { name: 'Déplacer…' }).waitFor();
    await hand.grid.locator('[data-grip]').first().waitFor();
    const { x, y } = await edgeOf(hand, session);
    const end = session.occurrence.start + session.activity.duration + 15;
    await dragFinger(hand, [x + 2, y], (moveTo) => endAt(hand, end, x + 2, (to) => moveTo(to, y)));
    await eventually(lengthOf(hand, session)).toBe(session.activity.duration + 15);
    await hand.tools.getByRole('button', { name: 'Annuler' }).click();
    await eventually(lengthOf(hand, session)).toBe(session.activity.duration);
    await tablet.context.close();
  });

  /** A session and a group in sight that its child may join. */
  async function joinable(): Promise<{ session: Session; group: Occurrence; row: Id }> {
    const [rota, people] = [await screen.rota(), await screen.peopleInSight()];
    const groups = rota.occurrences.filter(({ activity, staff, locked }) => {
      const one = rota.activities.find(({ id }) => id === activity);
      return one?.kind === 'session' && one.children.length > 1 && !locked && people.includes(staff[0] ?? '');
    });
    for (const session of await screen.sessions(people))
      for (const group of groups) {
        const into = { activity: group.activity, occurrence: group.occurrence };
        const { activity, occurrence } = session.occurrence;
        const answer = await page.request.post(`/api/rotas/${rota.summary.id}/check`, {
          data: { operation: { kind: 'join', activity, occurrence, into } },
        });
        const checked = answer.ok() ? ((await answer.json()) as { breaches: unknown[] }) : null;
        if (checked?.breaches.length === 0) return { session, group, row: group.staff[0] ?? '' };
      }
    throw new Error('nobody can join a group in sight');
  }
  const joined = (session: Session, group: Occurrence) => async () => {
    const inGroup = standIn(await screen.rota(), group)?.children ?? [];
    return inGroup.includes(session.activity.children[0] ?? '');
  };

  /** Carries a session onto a group with the mouse, and takes it back. */
  async function joinByMouse() {
    const { session, group } = await joinable();
    const from = await screen.block(session).boundingBox();
    const onto = await screen.block({ ...session, occurrence: group, person: group.staff[0] ?? '' }).boundingBox();
    if (!from || !onto) throw new Error('they are not drawn');
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await page.mouse.down();
    await page.mouse.move(from.x + from.width / 2 + 6, from.y + from.height / 2, { steps: 2 });
    await page.mouse.move(onto.x + onto.width / 2, onto.y + onto.height / 2, { steps: 3 });
    await eventually(() => screen.said.textContent()).toMatch(/^Rejoindre «.*possible, pour cette semaine seulement/);
    await page.mouse.up();
    await eventually(joined(session, group)).toBe(true);
    await undo();
    await eventually(joined(session, group)).toBe(false);
    await screen.isAt(session, session.occurrence.start);
  }

  test('une séance posée sur un groupe le rejoint, à la souris', joinByMouse);

  test('en cartes aussi', async () => {
    await page.goto(`${ADDRESS}?vue=cartes`);
    await screen.ready();
    await joinByMouse();
    await page.goto(ADDRESS);
    await screen.ready();
  });

  test('une séance qui attend rejoint un groupe, au clavier', async () => {
    const { session, group, row } = await joinable();
    await screen.grid.locator('[data-key][tabindex="0"]').focus();
    await screen.walkTo(session);
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: 'Tout voir' }).click();
    const waits = page.locator('.tray button').filter({ hasText: session.child }).first();
    await waits.focus();
    await page.keyboard.press('Space');
    await screen.veil.waitFor({ state: 'attached' });
    const rows = await screen.grid.locator('[data-row]').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['row']));
    for (let down = rows.indexOf(row); down > 0; down--) await page.keyboard.press('ArrowDown');
    for (let day = Math.floor(group.start / DAY); day > 0; day--) await page.keyboard.press('PageDown');
    await page.keyboard.press('Home');
    const says = async () => (await screen.said.textContent()) ?? '';
    for (let step = 0; step < 40 && !(await says()).startsWith('Rejoindre'); step++) await page.keyboard.press('ArrowRight');
    await eventually(says).toMatch(/^Rejoindre «.*possible/);
    await page.keyboard.press('Enter');
    await eventually(joined(session, group)).toBe(true);
  });
});
