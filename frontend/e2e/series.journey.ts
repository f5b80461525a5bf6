import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Rota, RotaSummary } from '../src/api/wire';
import { violationsOn } from './support/axe';
import type { Window } from './support/browser';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { chooseByKeyboard, pressOn, tabTo } from './support/keyboard';
import { makeOrdinaryWeek } from './support/ordinary-week';
import { signIn } from './support/people';
import { hourWords, RotaScreen, type Move } from './support/rota';

const WEEKS = ['2026-W49', '2026-W50', '2026-W51'] as const;
const [next, second, last] = WEEKS;

/** A change of one week is made in the other weeks too: from the form of the move, from the panel, and taken back. */
describe('cette semaine, ou les autres aussi', () => {
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

  async function draftOf(week: string): Promise<RotaSummary> {
    const { drafts } = await screen.week(week);
    const newest = [...drafts].sort((a, b) => b.number - a.number)[0];
    if (!newest) throw new Error(`${week} has no draft`);
    return newest;
  }

  async function openDraft(week: string): Promise<void> {
    await page.goto(`/planning/${week}?planning=${(await draftOf(week)).id}`);
    await screen.ready();
  }

  /** A session of a week that can go to another hour with the same person in the same place. */
  async function moveOfWeek(week: string): Promise<Move> {
    await openDraft(week);
    const { summary } = await screen.rota();
    for (const move of await screen.possibleMoves(await screen.peopleInSight(), 6)) {
      const { activity, occurrence, place, staff } = move.occurrence;
      const operation = { kind: 'set', activity, occurrence, staff, start: move.start, ...(place === null ? {} : { place }) };
      const { breaches } = await screen.read<{ breaches: unknown[] }>(`/rotas/${summary.id}/check`, { operation });
      if (breaches.length === 0) return move;
    }
    throw new Error(`nothing can move in ${week}`);
  }

  /** Where the newest draft of a week has a session. */
  async function startIn(week: string, { occurrence }: Move): Promise<number | undefined> {
    const { occurrences } = await screen.read<Rota>(`/rotas/${(await draftOf(week)).id}`);
    return occurrences.find((one) => one.activity === occurrence.activity && one.occurrence === occurrence.occurrence)?.start;
  }

  const ask = () => screen.dialog.filter({ has: page.getByRole('heading', { name: 'Faire de même les autres semaines' }) });
  const submit = () => ask().getByRole('button', { name: 'Changer la semaine type' });

  test('les semaines viennent de la semaine type', async () => {
    template = await makeOrdinaryWeek(screen, WEEKS);
  });

  test('le formulaire déplace à partir de cette semaine, et dit avant quelles semaines changent', async () => {
    const move = await moveOfWeek(next);
    await screen.block(move).click();
    await screen.panel.getByRole('button', { name: 'Déplacer…' }).click();
    await screen.dialog.getByLabel('Heure').selectOption({ value: String(move.start % 1440) });
    await screen.dialog.getByLabel('Ce changement vaut pour').selectOption({ label: 'À partir de cette semaine' });
    await screen.dialog.getByRole('button', { name: 'Déplacer', exact: true }).click();
    await ask()
      .getByText(/semaines changent, du 7\s?décembre au /)
      .waitFor();
    await screen.isAt(move, move.start);
    expect(await startIn(second, move)).toBe(move.occurrence.start);
    expect(await violationsOn(page)).toEqual([]);
    await submit().click();
    await page.getByText('«\u00a0Semaine type\u00a0» changée, version 2.').waitFor();
    for (const week of [second, last]) await eventually(() => startIn(week, move)).toBe(move.start);
    await eventually(() => screen.panel.getByText('Autrement que dans la semaine type.').count()).toBe(0);

    await page.getByRole('button', { name: 'Annuler', exact: true }).last().click();
    await page.getByText('La semaine type est de nouveau comme avant.').waitFor();
    for (const week of [second, last]) await eventually(() => startIn(week, move)).toBe(move.occurrence.start);
    await screen.isAt(move, move.start);
  });

  test('au clavier, une séance d’une semaine plus lointaine change à partir d’elle', async () => {
    const move = await moveOfWeek(last);
    await tabTo(page, screen.grid.locator('[tabindex="0"]'));
    await screen.walkTo(move);
    await page.keyboard.press('Enter');
    await pressOn(page, screen.panel.getByRole('button', { name: 'Déplacer…' }));
    await chooseByKeyboard(page, screen.dialog.getByLabel('Heure'), new RegExp(`^${hourWords(move.start)}(?!\\s\\d)`));
    await screen.dialog.getByText(/^Possible\./).waitFor();
    await pressOn(page, screen.dialog.getByRole('button', { name: 'Déplacer', exact: true }));
    await screen.dialog.waitFor({ state: 'detached' });
    await screen.isAt(move, move.start);
    await pressOn(page, screen.panel.getByRole('button', { name: 'Faire de même les autres semaines…' }));
    await ask().getByText('Quelles semaines changent\u202f?').waitFor();
    await ask()
      .getByText(/^Une nouvelle semaine type «\s?Semaine type\s?» vaut à partir du lundi 14\s?décembre 2026/)
      .waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await pressOn(page, submit());
    await page.getByText(/changée, version 1\./).waitFor();
    expect(await startIn(second, move)).toBe(move.occurrence.start);
    const { templates } = await screen.read<{ templates: { template: { from_date: string } }[] }>('/templates');
    expect(templates.map((one) => one.template.from_date)).toEqual(['2026-12-14', '2026-11-23']);
  });

  test('quand quelqu’un prépare la semaine type, le changement va dans son brouillon, et s’en retire', async () => {
    const { id } = await screen.read<RotaSummary>(`/templates/${template}/drafts`, {});
    const move = await moveOfWeek(next);
    await screen.block(move).click();
    await screen.panel.getByRole('button', { name: 'Déplacer…' }).click();
    await screen.dialog.getByLabel('Heure').selectOption({ value: String(move.start % 1440) });
    await screen.dialog.getByLabel('Ce changement vaut pour').selectOption({ label: 'Toutes les semaines à venir' });
    await screen.dialog.getByRole('button', { name: 'Déplacer', exact: true }).click();
    await ask()
      .getByText(/^Quelqu’un prépare le brouillon \d+ de «\s?Semaine type\s?»/)
      .waitFor();
    await submit().click();
    await ask()
      .getByText(/^Inscrit dans le brouillon \d+/)
      .waitFor();
    expect(await violationsOn(page)).toEqual([]);
    const stands = async () => {
      const { occurrences } = await screen.read<Rota>(`/rotas/${id}`);
      return occurrences.find(
        ({ activity, occurrence }) => activity === move.occurrence.activity && occurrence === move.occurrence.occurrence,
      );
    };
    expect((await stands())?.start).toBe(move.start);
    await ask().getByRole('button', { name: 'Annuler' }).click();
    await page.getByText('La semaine type est de nouveau comme avant.').waitFor();
    expect((await stands())?.start).toBe(move.occurrence.start);
  });
});
