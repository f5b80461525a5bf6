import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { OptionsAnswer, Rota } from '../src/api/wire';
import { violationsOn } from './support/axe';
import type { Window } from './support/browser';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { chooseByKeyboard, pressOn } from './support/keyboard';
import { enter } from './support/people';
import { hourWords, RotaScreen, type Move } from './support/rota';

const DAY = 1440;

/** One more of a session in one week only: by the panel, the mouse and the keyboard, undone, planned, taken away. */
describe('pour cette semaine seulement', () => {
  const house = demoHouse();
  let window: Window;
  let page: Page;
  let screen: RotaScreen;
  let move: Move;

  beforeAll(async () => {
    window = await house.open();
    page = window.page;
    screen = new RotaScreen(page);
    await enter(page, 'manager', '/planning/2026-W48');
    await screen.ready();
    move = await roomForOneMore();
    await page.reload();
    await screen.ready();
  });

  /** A session that can be held once more on its day with the same person. What the house says to the change is what counts. */
  async function roomForOneMore(): Promise<Move> {
    for (const session of await screen.sessions(await screen.peopleInSight())) {
      const { activity, occurrence, start } = session.occurrence;
      const { id, revision } = (await screen.rota()).summary;
      const { rows } = await screen.read<OptionsAnswer>(`/rotas/${id}/options`, { activity, occurrence, seat: 0 });
      const apart = (other: number) =>
        Math.abs(other - start) >= session.activity.duration && Math.floor(other / DAY) === Math.floor(start / DAY);
      const free = rows.find((row) => row.professional === session.person)?.starts.find(apart);
      if (free === undefined) continue;
      const data = { revision, operations: [{ kind: 'copy', activity, occurrence, start: free }] };
      const answer = await page.request.patch(`/api/rotas/${id}`, { data });
      if (!answer.ok()) continue;
      await screen.read(`/rotas/${id}/undo`, { revision: revision + 1 });
      return { ...session, start: free };
    }
    throw new Error('nothing can be held once more on its day');
  }

  /** Where the copies of the session stand in the draft; null for those that wait. */
  async function copies(): Promise<(number | null)[]> {
    const rota = await screen.rota();
    return rota.activities
      .filter(({ copy_of }) => copy_of === move.activity.id)
      .map(({ id }) => rota.occurrences.find(({ activity }) => activity === id)?.start ?? null);
  }

  const counters = async () => (await screen.rota()).counters;
  const undo = () => screen.tools.getByRole('button', { name: 'Annuler' }).click();
  const copyBlock = async () => {
    const { activities } = await screen.read<Rota>(`/rotas/${(await screen.rota()).summary.id}`);
    const id = activities.find(({ copy_of }) => copy_of === move.activity.id)?.id ?? '';
    return screen.grid.locator(`[data-key="${id}/0/${move.person}"]`);
  };

  test('« Copier… » la pose une fois de plus, et le volet dit pour quelle semaine', async () => {
    const { wanted } = await counters();
    await screen.block(move).click();
    await screen.panel.getByRole('button', { name: 'Copier…' }).click();
    await screen.dialog.getByLabel('Jour').selectOption({ index: Math.floor(move.start / DAY) });
    await screen.dialog.getByLabel('Heure').selectOption(String(move.start % DAY));
    expect(await violationsOn(page)).toEqual([]);
    await screen.dialog.getByRole('button', { name: 'Copier', exact: true }).click();
    await eventually(copies).toEqual([move.start]);
    await eventually(async () => (await counters()).wanted).toBe(wanted + 1);
    const block = await copyBlock();
    await eventually(() => block.getAttribute('aria-label')).toContain('pour cette semaine seulement');
    await block.click();
    await screen.panel.getByText('Ajoutée pour cette semaine seulement.').waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });

  test('elle se retire de la semaine, et revient en annulant', async () => {
    await screen.panel.getByRole('button', { name: 'Retirer de cette semaine' }).click();
    await eventually(copies).toEqual([]);
    await undo();
    await eventually(copies).toEqual([move.start]);
    await undo();
    await eventually(copies).toEqual([]);
  });

  test('Ctrl et glisser en posent une copie, la première reste', async () => {
    await page.keyboard.down('Control');
    await screen.dragByMouse(move);
    await page.mouse.up();
    await page.keyboard.up('Control');
    await eventually(copies).toEqual([move.start]);
    await screen.isAt(move, move.occurrence.start);
    await eventually(() => screen.said.textContent()).toContain('une fois de plus');
    await undo();
    await eventually(copies).toEqual([]);
  });

  test('Ctrl + C, Ctrl + V et les flèches la posent au clavier', async () => {
    await page.reload();
    await screen.ready();
    await screen.grid.locator('[data-key]').first().focus();
    await screen.walkTo(move);
    await page.keyboard.press('Control+c');
    await eventually(() => screen.said.textContent()).toContain('copie en main');
    await page.keyboard.press('Control+v');
    await screen.veil.waitFor();
    const spoken = async () => ((await screen.said.textContent()) ?? '').includes(hourWords(move.start));
    await page.keyboard.press('Home');
    for (let step = 0; step < 60 && !(await spoken()); step++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await eventually(copies).toEqual([move.start]);
    await undo();
    await eventually(copies).toEqual([]);
  });

  test('une copie laissée à planifier attend dans « À planifier »', async () => {
    await screen.block(move).click();
    await pressOn(page, screen.panel.getByRole('button', { name: 'Copier…' }));
    await chooseByKeyboard(page, screen.dialog.getByLabel('Jour'), /^Plus tard/);
    await pressOn(page, screen.dialog.getByRole('button', { name: 'Copier', exact: true }));
    await eventually(copies).toEqual([null]);
  });

  test('quand le besoin est archivé, la copie tombe et l’écran le dit', async () => {
    const need = `/records/need/${move.activity.id}`;
    const { version } = await screen.read<{ version: number }>(need);
    await screen.read(`${need}/archive`, { version });
    await page.reload();
    await screen.ready();
    await page.getByText('1\u00a0séance ajoutée pour cette semaine n’a plus lieu d’être').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await pressOn(page, page.getByRole('button', { name: 'C’est noté' }));
    await eventually(async () => (await screen.rota()).lapsed).toEqual([]);
  });
});
