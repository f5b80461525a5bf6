import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import type { MyWeek, Rota } from '../src/api/wire';
import { screens, type Window } from './support/browser';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { eventsByUID, type Event } from './support/ics';
import { pressOn, tabTo } from './support/keyboard';
import { enter, signIn, signInByKeyboard } from './support/people';
import { hourWords, RotaScreen, type Move, type Session } from './support/rota';

/** A professional reads her week on a phone and subscribes; the manager publishes again meanwhile. */
describe('la professionnelle, au téléphone', () => {
  const house = demoHouse();
  let phone: Window;
  let office: Window;
  let page: Page;
  let address: string;
  let before: Map<string, Event>;
  let moved: Move;
  let removed: Session;

  const myWeek = async () => (await (await page.request.get('/api/my/weeks/2026-W48')).json()) as MyWeek;
  const feed = async () => eventsByUID(await (await fetch(address)).text());
  const changed = (after: Map<string, Event>) =>
    [...after].filter(([uid, event]) => event.get('SEQUENCE') !== before.get(uid)?.get('SEQUENCE'));

  beforeAll(async () => {
    phone = await house.open(screens.phone);
    await phone.context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: house.server.url });
    page = phone.page;
    office = await house.open();
  });

  test('entre et voit sa semaine publiée : heure, enfant, lieu, salle', async () => {
    await signIn(page, 'professional');
    await page.getByRole('heading', { level: 1, name: 'Mon planning' }).waitFor();
    await page.getByText(/Version 2, publiée le/).waitFor();
    const { items } = await myWeek();
    const monday = items.filter((item) => item.start < 1440).sort((a, b) => a.start - b.start);
    expect(monday.length).toBeGreaterThan(2);
    await eventually(() => page.getByRole('article').count()).toBe(monday.length);
    for (const [index, item] of monday.entries()) {
      const card = await page.getByRole('article').nth(index).innerText();
      expect(card).toContain(hourWords(item.start, 'always'));
      for (const child of item.children) expect(card).toContain(child.discreet_name);
      if (item.room) expect(card).toContain('Les Peupliers');
    }
    // Another day, with its journeys between two places.
    const day = Math.floor((items.find((one) => one.travel_before > 0)?.start ?? 0) / 1440);
    await page.getByRole('group', { name: 'Jours de la semaine' }).getByRole('button').nth(day).click();
    await page
      .getByText(/[Tt]rajet,? \d+\smin/)
      .first()
      .waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  test('s’abonne : l’adresse est montrée une fois, se copie, s’ouvre', async () => {
    await page.getByRole('link', { name: 'S’abonner' }).filter({ visible: true }).first().click();
    await page.getByLabel('Où allez-vous l’utiliser').fill('Téléphone');
    await page.getByRole('button', { name: 'Créer l’adresse' }).click();
    const dialog = page.getByRole('dialog', { name: 'Votre adresse est prête' });
    address = await dialog.getByLabel('Adresse secrète').inputValue();
    expect(address).toMatch(/^https?:\/\/.+\/calendars\/[\w-]{43}\.ics$/);
    await eventually(() => dialog.getByRole('link', { name: 'Ouvrir dans mon agenda' }).getAttribute('href')).toBe(
      address.replace(/^https?/, 'webcal'),
    );
    await dialog.getByRole('button', { name: 'Copier l’adresse' }).click();
    await dialog.getByText('Adresse copiée.').waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
    await dialog.getByRole('button', { name: 'J’ai gardé l’adresse' }).click();
    await page.reload();
    await page.getByText('Téléphone', { exact: true }).waitFor();
    await eventually(() => page.content()).not.toContain(address.split('/').at(-1));
  });

  test('son agenda lit la semaine publiée, et rien des brouillons', async () => {
    await enter(office.page, 'manager', '/planning/2026-W48');
    const screen = new RotaScreen(office.page);
    await screen.ready();
    const answer = await fetch(address);
    expect(answer.headers.get('content-type')).toMatch(/^text\/calendar/);
    before = await feed();
    const { items } = await myWeek();
    const starts = [...before.values()].map((event) => event.get('DTSTART'));
    for (const item of items) expect(starts).toContain(localStamp(item.start));
    // The default detail shows no child; the draft's changes are nowhere.
    expect(await (await fetch(address)).text()).not.toContain(items.flatMap((item) => item.children)[0]?.discreet_name);
    const me = (await screen.house()).professionals.find(({ last_name }) => last_name === 'Guéguen')!;
    moved = (await screen.possibleMoves([me.id], 1))[0]!;
    removed = (await screen.sessions([me.id])).find(({ child }) => child !== moved.child)!;
    let rota = await screen.rota();
    rota = await change(screen, rota, {
      kind: 'set',
      activity: moved.occurrence.activity,
      occurrence: moved.occurrence.occurrence,
      start: moved.start,
    });
    await change(screen, rota, { kind: 'unplan', activity: removed.occurrence.activity, occurrence: removed.occurrence.occurrence });
    expect(changed(await feed())).toEqual([]);
  });

  test('après une seconde publication : même UID, SEQUENCE plus haute ; la séance retirée est annulée', async () => {
    const screen = new RotaScreen(office.page);
    await office.page.reload();
    await screen.ready();
    await screen.tools.getByRole('button', { name: 'Publier…' }).click();
    await screen.dialog.getByRole('heading', { name: 'Qui est concerné' }).waitFor();
    await screen.giveReasons('Accord des personnes');
    await screen.dialog.getByRole('button', { name: 'Publier la version 3' }).click();
    await office.page.getByText('Semaine 48 publiée, version 3.').first().waitFor();

    const after = await feed();
    const changes = new Map(changed(after));
    expect([...changes.keys()].every((uid) => before.has(uid))).toBe(true);
    const cancelled = [...changes.values()].filter((event) => event.get('STATUS') === 'CANCELLED');
    expect(cancelled.map((event) => event.get('DTSTART'))).toEqual([localStamp(removed.occurrence.start)]);
    const held = [...changes.values()].filter((event) => event.get('STATUS') !== 'CANCELLED');
    expect(held.map((event) => event.get('DTSTART'))).toEqual([localStamp(moved.start)]);
    for (const [uid, event] of changes) expect(Number(event.get('SEQUENCE'))).toBeGreaterThan(Number(before.get(uid)?.get('SEQUENCE')));
  });

  test('voit ce qui a bougé, avec l’ancienne heure, et ce qui est retiré', async () => {
    await page.goto('/mon-planning/2026-W48');
    await page.getByText(/Version 3, publiée le/).waitFor();
    // What is new since she looked at version 2 stands at the top, and leads to its day.
    const news = page.getByRole('region', { name: /^Depuis votre dernier passage/ });
    await eventually(() => news.getByRole('listitem').count()).toBe(2);
    const line = news.getByRole('button').filter({ hasText: `Déplacé, était à ${hourWords(moved.occurrence.start)}` });
    const held = news.getByRole('button').filter({ hasText: 'Retiré' });
    const days = page.getByRole('group', { name: 'Jours de la semaine' }).getByRole('button');
    await line.click();
    await eventually(() => days.nth(Math.floor(moved.start / 1440)).getAttribute('aria-pressed')).toBe('true');
    const card = page.getByRole('article').filter({ hasText: 'Déplacé, était' });
    await eventually(() => card.first().innerText()).toContain(hourWords(moved.occurrence.start));
    await held.click();
    await page.getByRole('heading', { name: 'Retirés de cette version' }).waitFor();
  });

  test('ce qui a été vu n’est plus annoncé au passage suivant', async () => {
    // Going elsewhere and back is the same visit; opening the page anew is the next one.
    await page.getByRole('link', { name: 'S’abonner' }).filter({ visible: true }).first().click();
    await page.getByRole('heading', { level: 1, name: /agenda|S’abonner/ }).waitFor();
    await page.goBack();
    await page.getByRole('region', { name: /^Depuis votre dernier passage/ }).waitFor();
    await page.reload();
    await page.getByText(/^Rien n’a changé depuis votre dernier passage, le/).waitFor();
    await eventually(() => page.getByRole('region', { name: /^Depuis votre dernier passage/ }).count()).toBe(0);
  });

  test('révoque l’adresse : elle ne répond plus', async () => {
    await page.getByRole('link', { name: 'S’abonner' }).filter({ visible: true }).first().click();
    await page.getByRole('button', { name: /Révoquer «\sTéléphone\s»/ }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Révoquer l’adresse' }).click();
    await page.getByText('Aucune adresse pour l’instant').waitFor();
    const gone = await fetch(address);
    const unknown = await fetch(`${house.server.url}/calendars/${'A'.repeat(43)}.ics`);
    expect([gone.status, unknown.status]).toEqual([404, 404]);
    expect(await gone.text()).toBe(await unknown.text());
  });

  test('fait de même au clavier seul', async () => {
    const desk = await house.open();
    await signInByKeyboard(desk.page, 'professional');
    await desk.page.getByText(/Version 3, publiée le/).waitFor();
    await pressOn(desk.page, desk.page.getByRole('link', { name: 'S’abonner' }).filter({ visible: true }));
    await tabTo(desk.page, desk.page.getByLabel('Où allez-vous l’utiliser'));
    await desk.page.keyboard.type('Ordinateur');
    await tabTo(desk.page, desk.page.getByRole('radio', { name: /^Travail/ }));
    await desk.page.keyboard.press('ArrowUp');
    await pressOn(desk.page, desk.page.getByRole('button', { name: 'Créer l’adresse' }));
    const dialog = desk.page.getByRole('dialog', { name: 'Votre adresse est prête' });
    expect((await fetch(await dialog.getByLabel('Adresse secrète').inputValue())).status).toBe(200);
    await desk.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await desk.page.getByText(/^Occupé, créée le/).waitFor();
    await pressOn(desk.page, desk.page.getByRole('button', { name: /Révoquer «\sOrdinateur\s»/ }));
    await pressOn(desk.page, desk.page.getByRole('dialog').getByRole('button', { name: 'Révoquer l’adresse' }));
    await desk.page.getByText('Aucune adresse pour l’instant').waitFor();
    expect(desk.complaints.all).toEqual([]);
    await desk.context.close();
  });
});

/** A minute of week 48 as a calendar writes it: 20261123T084500. */
function localStamp(minute: number): string {
  const instant = new Date(Date.UTC(2026, 10, 23) + minute * 60_000);
  return instant.toISOString().replaceAll(/[-:]|\.\d+Z$/g, '');
}

async function change(screen: RotaScreen, { summary }: Rota, operation: object): Promise<Rota> {
  const answer = await screen.page.request.patch(`/api/rotas/${summary.id}`, {
    data: { revision: summary.revision, operations: [operation] },
  });
  expect(answer.status()).toBe(200);
  return (await answer.json()) as Rota;
}
