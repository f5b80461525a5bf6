import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { OptionsAnswer } from '../src/api/wire';
import { violationsOn } from './support/axe';
import { screens } from './support/browser';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { enter } from './support/people';
import { hourWords, RotaScreen, type Session } from './support/rota';

/** On a telephone, what the panel beside the grid offers for a session stands in its sheet. */
describe('changer une séance sur le téléphone', () => {
  const house = demoHouse();
  let page: Page;
  let screen: RotaScreen;
  let session: Session;

  beforeAll(async () => {
    page = (await house.open(screens.phone)).page;
    screen = new RotaScreen(page);
    await enter(page, 'manager', '/planning/2026-W48');
    await page.getByRole('group', { name: 'Jour affiché' }).waitFor();
    session = await copyable();
  });

  const dialog = () => page.getByRole('dialog');
  const asks = () => page.getByRole('button', { name: new RegExp(`^Pourquoi ici.* ${spoken(session)}$`) });
  /** As a screen reader has it, with plain spaces. */
  const spoken = ({ child, occurrence }: Session) => `${child}, ${hourWords(occurrence.start)}`.replaceAll('\u00a0', ' ');
  const ref = () => ({ activity: session.occurrence.activity, occurrence: session.occurrence.occurrence });

  /** A session of Monday that its professional could have once more this week. */
  async function copyable(): Promise<Session> {
    const { summary, people } = await screen.rota();
    for (const session of await screen.sessions(people.map(({ professional }) => professional))) {
      const { activity, occurrence, start } = session.occurrence;
      const { rows } = await screen.read<OptionsAnswer>(`/rotas/${summary.id}/options`, { activity, occurrence, seat: 0 });
      const starts = rows.find((row) => row.professional === session.person)?.starts ?? [];
      if (start < 1440 && starts.some((other) => Math.abs(other - start) >= session.activity.duration)) return session;
    }
    throw new Error('nobody has time for one more on Monday');
  }

  const standing = async () =>
    (await screen.rota()).occurrences.find(({ activity, occurrence }) => activity === ref().activity && occurrence === ref().occurrence);
  const copies = async () => {
    const { activities, occurrences } = await screen.rota();
    return occurrences.filter((one) => activities.some(({ id, copy_of }) => id === one.activity && copy_of === ref().activity)).length;
  };

  test('la fiche d’une séance dit pourquoi elle est là et offre de la changer', async () => {
    await asks().click();
    await dialog().getByRole('button', { name: 'Copier…' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    const locked = async () => (await standing())?.locked;
    await dialog().getByRole('button', { name: 'Verrouiller', exact: true }).click();
    await eventually(locked).toBe(true);
    await dialog().getByRole('button', { name: 'Déverrouiller' }).click();
    await eventually(locked).toBe(false);
  });

  test('elle se copie, et le formulaire dit avant si c’est possible', async () => {
    await dialog().getByRole('button', { name: 'Copier…' }).click();
    const days = dialog().getByLabel('Jour');
    const possible = dialog().getByLabel('Heure').locator('option').filter({ hasText: 'possible' });
    await dialog().locator('.verdict .banner').waitFor();
    for (let day = 0; day < 5 && (await possible.count()) === 0; day++) await days.selectOption({ index: day });
    await dialog()
      .getByLabel('Heure')
      .selectOption((await possible.first().getAttribute('value')) ?? '');
    await dialog()
      .getByText(/^Possible\./)
      .waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await dialog().getByRole('button', { name: 'Copier', exact: true }).click();
    await eventually(copies).toBe(1);
  });

  test('elle se remet à planifier', async () => {
    expect(await standing()).toBeDefined();
    await asks().click();
    await dialog().getByRole('button', { name: 'Remettre à planifier' }).click();
    await eventually(standing).toBe(undefined);
    await dialog().waitFor({ state: 'detached' });
  });
});
