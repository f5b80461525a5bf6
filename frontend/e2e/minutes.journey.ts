import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { OptionsAnswer } from '../src/api/wire';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { signIn } from './support/people';
import { hourWords, RotaScreen, type Move } from './support/rota';

const DAY = 1440;

/** An hour between two quarters, which nothing proposes and a manager may wish. */
describe('à cinq minutes près', () => {
  const house = demoHouse();
  let page: Page;
  let screen: RotaScreen;
  let move: Move;

  /** A session that may begin at a quarter of its day and at the next one, and so five minutes after the first. */
  async function betweenQuarters(): Promise<Move> {
    const { summary } = await screen.rota();
    for (const session of await screen.sessions(await screen.peopleInSight())) {
      const { activity, occurrence, start } = session.occurrence;
      const { rows } = await screen.read<OptionsAnswer>(`/rotas/${summary.id}/options`, { activity, occurrence, seat: 0 });
      const starts = rows.find((row) => row.professional === session.person)?.starts ?? [];
      const quarter = starts.find(
        (one) => one !== start && starts.includes(one + 15) && Math.floor(one / DAY) === Math.floor(start / DAY) && one + 5 !== start,
      );
      if (quarter !== undefined) return { ...session, start: quarter + 5 };
    }
    throw new Error('no session can begin between two quarters');
  }

  beforeAll(async () => {
    page = (await house.open()).page;
    screen = new RotaScreen(page);
    await signIn(page, 'manager');
    await screen.ready();
    move = await betweenQuarters();
  });

  test('à la souris, avec Alt', async () => {
    await page.keyboard.down('Alt');
    await screen.dragByMouse(move);
    await eventually(() => screen.said.textContent()).toMatch(/: libre/);
    await page.mouse.up();
    await page.keyboard.up('Alt');
    await screen.isAt(move, move.start);
  });

  test('aux flèches : avec Alt de cinq en cinq, sans Alt jusqu’au quart d’heure', async () => {
    await screen.walkTo(move);
    await page.keyboard.press('Space');
    await screen.veil.waitFor({ state: 'attached' });
    const says = (start: number) => eventually(() => screen.said.textContent()).toContain(hourWords(start));
    await page.keyboard.press('Alt+ArrowRight');
    await says(move.start + 5);
    await page.keyboard.press('ArrowRight');
    await says(move.start + 10);
    await page.keyboard.press('Alt+ArrowLeft');
    await says(move.start + 5);
    await page.keyboard.press('Enter');
    await screen.isAt(move, move.start + 5);
  });

  test('par le formulaire', async () => {
    await screen.walkTo(move);
    await page.keyboard.press('Enter');
    await screen.panel.getByRole('button', { name: 'Déplacer…' }).click();
    expect(await screen.dialog.getByLabel('À 5 minutes près').isChecked()).toBe(true);
    await screen.dialog.getByLabel('Heure', { exact: true }).selectOption(String(move.start % DAY));
    await screen.dialog.getByText(/^Possible\./).waitFor();
    await screen.dialog.getByRole('button', { name: 'Déplacer', exact: true }).click();
    await screen.isAt(move, move.start);
  });
});
