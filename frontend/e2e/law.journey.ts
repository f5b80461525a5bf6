import { beforeAll, describe, expect, test } from 'vitest';
import { eventually } from './support/condition';
import { violationsOn } from './support/axe';
import { screens, type Window } from './support/browser';
import { demoHouse } from './support/house';
import { signIn } from './support/people';
import { RotaScreen } from './support/rota';

interface ProfessionalRecord {
  id: string;
  first_name: string;
  last_name: string;
  contracts: { minutes: number; convention: string }[];
  working_pattern: { day: number; from: number; to: number }[];
}

/** A part-timer's day that is cut for more than two hours, outside the convention that allows it: the law forbids it, whatever is written. */
describe('le droit du travail', () => {
  const house = demoHouse();
  let window: Window;
  let screen: RotaScreen;
  let name: string;

  beforeAll(async () => {
    window = await house.open();
    screen = new RotaScreen(window.page);
    await signIn(window.page, 'manager');
    await screen.ready();
    name = await cutADay(screen);
  });

  test('dit ce qui est interdit, l’article, la personne et le jour', async () => {
    await window.page.reload();
    await screen.ready();
    await screen.tools.getByRole('button', { name: /^Droit du travail/ }).click();
    await screen.panel.getByRole('heading', { name: /^Interdit par la loi/ }).waitFor();
    const first = screen.panel.locator('.finding.legal').first();
    await first.getByText(/^Temps partiel\s: coupure de \d/).waitFor();
    await eventually(() => first.innerText()).toContain(name);
    await eventually(() => first.innerText()).toContain('L.3123-30');
    await screen.panel.getByRole('button', { name: 'Fermer le volet' }).click();
  });

  test('empêche de publier, et aucun motif n’y fait rien', async () => {
    await screen.tools.getByRole('button', { name: 'Publier…' }).click();
    await screen.dialog.getByText('Ce point ne peut pas être accepté avec un motif.').first().waitFor();
    await screen.giveReasons('Accord des personnes');
    const button = screen.dialog.getByRole('button', { name: 'Publier la version 3' });
    await eventually(() => button.isDisabled()).toBe(true);
    await screen.dialog.getByText(/interdits? par la loi à corriger avant de publier/).waitFor();
    expect((await screen.week()).published?.version).toBe(2);
  });

  test('se lit sur le téléphone, sur tout l’écran', async () => {
    const { page, context, complaints } = await house.open(screens.phone);
    await signIn(page, 'manager');
    await page.goto(`/planning/2026-W48?planning=${(await screen.rota()).summary.id}`);
    const counter = page.getByRole('button', { name: /^Droit du travail/ });
    await counter.click();
    const sheet = page.getByRole('dialog', { name: 'Droit du travail' });
    const first = sheet.locator('.finding.legal').first();
    await first.waitFor();
    await eventually(() => first.innerText()).toContain(name);
    await eventually(() => first.innerText()).toContain('L.3123-30');
    await eventually(() => sheet.boundingBox()).toMatchObject({ x: 0, y: 0, width: 390, height: 844 });
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await sheet.waitFor({ state: 'detached' });
    await eventually(() => counter.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(complaints.all).toEqual([]);
    await context.close();
  });
});

/** Gives somebody who works part time another convention, and hours with a hole where a day leaves one; returns the name. */
async function cutADay(screen: RotaScreen): Promise<string> {
  const [rota, answer] = await Promise.all([screen.rota(), screen.read<{ records: ProfessionalRecord[] }>('/records/professional')]);
  const length = new Map(rota.activities.map(({ id, duration }) => [id, duration]));
  for (const person of answer.records.filter(({ contracts }) => contracts[0]!.minutes > 0 && contracts[0]!.minutes < 2100)) {
    const own = rota.occurrences
      .filter(({ staff, attendees }) => staff.includes(person.id) || attendees.includes(person.id))
      .sort((one, other) => one.start - other.start);
    for (const [at, session] of own.entries()) {
      const next = own[at + 1];
      const end = session.start + (length.get(session.activity) ?? 0);
      if (!next || Math.floor(next.start / 1440) !== Math.floor(end / 1440)) continue;
      const way = next.travel.find(({ professional }) => professional === person.id)?.minutes ?? 0;
      if (next.start - way - end < 135) continue;
      const day = Math.floor(end / 1440);
      const working_pattern = person.working_pattern.flatMap((span) =>
        span.day === day
          ? [
              { ...span, to: end % 1440 },
              { ...span, from: (next.start - way) % 1440 },
            ]
          : [span],
      );
      const changed = await screen.page.request.put(`/api/records/professional/${person.id}`, {
        data: {
          ...writable(person),
          working_pattern,
          contracts: person.contracts.map((contract) => ({ ...contract, convention: 'other' })),
        },
      });
      if (!changed.ok()) throw new Error(`${changed.status()} ${await changed.text()}`);
      return `${person.first_name} ${person.last_name}`;
    }
  }
  throw new Error('nobody has a day with a hole');
}

/** The record without what only the server says. */
function writable(person: ProfessionalRecord): object {
  const readOnly = new Set(['id', 'created_at', 'updated_at', 'archived_at', 'can']);
  return Object.fromEntries(Object.entries(person).filter(([field]) => !readOnly.has(field)));
}
