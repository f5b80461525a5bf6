import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Repair } from '../src/api/weeks';
import type { Activity, Occurrence } from '../src/api/wire';
import { violationsOn } from './support/axe';
import type { Window } from './support/browser';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { chooseByKeyboard, pressOn } from './support/keyboard';
import { enter } from './support/people';
import { RotaScreen } from './support/rota';

const WEEK = '2026-W48';

/** One session that is shorter, a child who leaves a group, a child who joins one: in one week only. */
describe('cette fois autrement', () => {
  const house = demoHouse();
  let window: Window;
  let page: Page;
  let screen: RotaScreen;

  beforeAll(async () => {
    window = await house.open();
    page = window.page;
    screen = new RotaScreen(page);
    await enter(page, 'manager', `/planning/${WEEK}`);
    await screen.ready();
  });

  const undo = () => screen.tools.getByRole('button', { name: 'Annuler' }).click();
  /** What stands in for an occurrence in the rota on the screen. */
  async function standIn({ activity, occurrence }: Occurrence): Promise<Activity | undefined> {
    const rota = await screen.rota();
    return rota.activities.find(({ instead }) => instead?.activity === activity && instead.occurrence === occurrence);
  }
  const opener = () => screen.panel.getByRole('button', { name: 'Cette fois autrement…' });
  const submit = () => screen.dialog.getByRole('button', { name: 'Changer cette séance' });

  test('une séance dure moins longtemps, au clavier, puis de nouveau comme d’habitude', async () => {
    const [session] = await screen.sessions(await screen.peopleInSight());
    if (!session) throw new Error('no session in sight');
    const { duration } = session.activity;
    const length = async () => (await standIn(session.occurrence))?.duration;
    await screen.block(session).click();
    await pressOn(page, opener());
    await screen.dialog.waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await chooseByKeyboard(page, screen.dialog.getByLabel('Durée'), /^15\s/);
    await pressOn(page, submit());
    await eventually(length).toBe(15);
    await undo();
    await eventually(length).toBe(undefined);
    // What was looked at before is looked at again.
    await opener().click();
    await screen.dialog.getByLabel('Durée').selectOption({ label: '15\u00a0min' });
    await submit().click();
    await eventually(length).toBe(15);
    const shorter = await standIn(session.occurrence);
    const block = screen.grid.locator(`[data-key="${shorter?.id}/0/${session.person}"]`);
    await eventually(() => block.getAttribute('aria-label')).toContain('pour cette semaine seulement');
    // The panel goes on about the same session.
    await screen.panel.getByText(/^Cette semaine, 15\smin au lieu de/).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await screen.panel.getByRole('button', { name: 'Comme d’habitude' }).click();
    await eventually(length).toBe(undefined);
    const usual = (await screen.rota()).activities.find(({ id }) => id === session.activity.id);
    expect(usual?.duration).toBe(duration);
  });

  test('un enfant quitte un groupe pour une fois, une séance à part l’attend', async () => {
    const [rota, house, people] = [await screen.rota(), await screen.house(), await screen.peopleInSight()];
    const groups = new Map(
      rota.activities.filter(({ kind, children }) => kind === 'session' && children.length > 1).map((one) => [one.id, one]),
    );
    const planned = rota.occurrences.find(
      ({ activity, staff, locked }) => groups.has(activity) && !locked && people.includes(staff[0] ?? ''),
    );
    if (!planned) throw new Error('no group in sight');
    const group = groups.get(planned.activity);
    const child = house.children.find(({ id }) => id === group?.children[0]);
    const apart = async () => {
      const { activities } = await screen.rota();
      return activities.filter(({ copy_of }) => copy_of === planned.activity).map(({ children }) => children);
    };
    await screen.grid.locator(`[data-key="${planned.activity}/${planned.occurrence}/${planned.staff[0]}"]`).click();
    await opener().click();
    await screen.dialog.getByLabel(child?.name ?? '').check();
    expect(await violationsOn(page)).toEqual([]);
    await submit().click();
    await eventually(apart).toEqual([[child?.id]]);
    expect((await standIn(planned))?.children).toEqual(group?.children.slice(1));
    await undo();
    await eventually(apart).toEqual([]);
    await eventually(() => standIn(planned)).toBe(undefined);

    // With an hour of its own the form says before whether that is possible: the two who have the group are with it then.
    await opener().click();
    await screen.dialog.getByLabel(child?.name ?? '').check();
    await screen.dialog.getByLabel('Leur séance à part').selectOption({ index: Math.floor(planned.start / 1440) + 1 });
    await screen.dialog.getByLabel('Heure').selectOption(String((planned.start % 1440) + 15));
    await screen.dialog.getByText(/^Ce n’est pas possible ainsi/).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await screen.dialog.getByRole('button', { name: 'Annuler' }).click();
  });

  test('l’absence d’un professionnel : l’enfant rejoint un groupe', async () => {
    const { line, absence } = await joinable();
    await page.goto(`/absences/${absence}/reparer/${WEEK}`);
    const listed = page.getByRole('listitem').nth(line);
    await listed.getByRole('button', { name: /^Autres choix/ }).click();
    await page
      .getByRole('button', { name: /^Rejoindre / })
      .first()
      .click();
    await page
      .getByText(/est remplacé, cette fois, par /)
      .first()
      .waitFor({ state: 'attached' });
    await eventually(() => listed.getByRole('checkbox').isChecked()).toBe(true);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: /^Appliquer/ }).click();
    await page.waitForURL(/\/planning\/2026-W48\?planning=/);
    await screen.ready();
    const joined = async () => {
      const { activities } = await screen.rota();
      return activities.filter(({ instead, children }) => instead !== null && children.length > instead.children.length).length;
    };
    expect(await joined()).toBe(1);
    await undo();
    await eventually(joined).toBe(0);
  });

  /** An absence of the week that hits a child who could join a group, and which of its lines that is. */
  async function joinable(): Promise<{ absence: string; line: number }> {
    for (const { id } of (await screen.house()).professionals) {
      const data = {
        version: 0,
        professional_id: id,
        child_id: null,
        from_date: '2026-11-23',
        from_minute: 0,
        to_date: '2026-11-27',
        to_minute: 1440,
        repeats: '',
        repeat_until: null,
        reason: 'illness',
      };
      const { id: absence } = await screen.read<{ id: string }>('/records/absence', data);
      const { lines } = await screen.read<Repair>(`/absences/${absence}/proposals`, { week: WEEK, choices: [] });
      const line = lines.findIndex(({ join, hit }) => join.length > 0 && hit.children.length === 1);
      if (line >= 0) return { absence, line };
      await screen.read(`/records/absence/${absence}/archive`, { version: 1 });
    }
    throw new Error('nobody could join a group');
  }
});
