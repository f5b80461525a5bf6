import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screens, type Window } from './support/browser';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { frontOf, type Front } from './support/newer-build';
import { enter, signIn } from './support/people';

const COPY = /^Sans réseau\s: semaine lue le /;

/** A professional reads her week where there is no network, on the device on which she allowed it, and nobody else reads it there. */
describe('la semaine sans réseau', () => {
  const house = demoHouse();
  let front: Front;
  let phone: Window;
  let page: Page;

  beforeAll(async () => {
    front = await frontOf(house.server.url);
    phone = await house.open({ ...screens.phone, baseURL: front.url });
    phone.complaints.expectNoServer();
    page = phone.page;
  });
  afterAll(async () => {
    await phone?.context.close();
    await front?.stop();
  });

  const cards = () => page.getByRole('article');
  const choice = () => page.getByRole('checkbox', { name: 'Garder ma semaine sur cet appareil' });
  const openMenu = () => page.getByRole('button', { name: /compte et affichage/ }).click();

  /** What this device holds of the application and of the week. */
  const kept = () =>
    page.evaluate(async () => ({
      caches: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      copy: localStorage.getItem('maillage.kept'),
      choice: localStorage.getItem('maillage.keep'),
    }));
  /** The files of the application it holds. To look into a cache that is being deleted would make it anew: only while one is there for sure. */
  const files = () =>
    page.evaluate(async () => {
      const [name] = await caches.keys();
      return name ? (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname) : [];
    });
  const nothing = { caches: 0, workers: 0, copy: null, choice: null };

  async function allow(): Promise<void> {
    await openMenu();
    await choice().check();
    await page.getByText('Votre semaine se lit maintenant ici sans réseau.').waitFor();
    await page.keyboard.press('Escape');
    await page.evaluate(() => navigator.serviceWorker.ready);
    await eventually(async () => (await files()).length).toBeGreaterThan(5);
  }

  test('sans l’avoir permis, rien n’est gardé sur l’appareil', async () => {
    await signIn(page, 'professional');
    await page.goto('/mon-planning/2026-W48');
    await cards().first().waitFor();
    expect(await kept()).toEqual(nothing);
    await openMenu();
    await page.getByText(/au plus tard 12\sheures après leur lecture/).waitFor();
    await eventually(() => choice().isChecked()).toBe(false);
    await page.keyboard.press('Escape');
  });

  test('permis, la semaine se relit sans réseau, avec l’heure de sa lecture', async () => {
    await allow();
    const read = await cards().allInnerTexts();
    await phone.context.setOffline(true);
    await page.goto('/mon-planning');
    await page.getByText(COPY).waitFor();
    await cards().first().waitFor();
    await eventually(() => cards().allInnerTexts()).toEqual(read);
    // What would need the network is not offered; the next week is kept too.
    await eventually(() => page.getByRole('link', { name: 'S’abonner' }).filter({ visible: true }).count()).toBe(0);
    await page
      .getByRole('button', { name: 'Semaine suivante' })
      .or(page.getByRole('link', { name: 'Semaine suivante' }))
      .click();
    await page.getByText('Semaine 49', { exact: true }).waitFor();
    await page
      .getByText(/Cette semaine n’est pas encore publiée|Version \d/)
      .first()
      .waitFor();
  });

  test('l’appareil ne garde que l’application et ces deux semaines : ni enfant par son nom, ni collègue', async () => {
    const { copy } = await kept();
    expect((await files()).filter((name) => !/^\/$|^\/(theme\.js|icon\.svg)$|^\/assets\//.test(name))).toEqual([]);
    const { weeks, house } = JSON.parse(copy!) as {
      weeks: { week: string }[];
      house: { children: []; professionals: { last_name: string }[] };
    };
    expect(weeks.map(({ week }) => week)).toEqual(['2026-W48', '2026-W49']);
    expect(house.children).toEqual([]);
    expect(house.professionals.map(({ last_name }) => last_name)).toEqual(['Guéguen']);
    for (const path of ['/planning', '/enfants']) {
      const other = await phone.context.newPage();
      await expect(other.goto(path)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
      await other.close();
    }
  });

  test('le réseau revenu, la semaine est relue', async () => {
    await page.goto('/mon-planning/2026-W48');
    await page.getByText(COPY).waitFor();
    await phone.context.setOffline(false);
    await page.getByText(COPY).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'S’abonner' }).filter({ visible: true }).first().waitFor();
  });

  test('une nouvelle version de l’application prend la place de l’ancienne', async () => {
    const [before] = await page.evaluate(() => caches.keys());
    expect(before).toMatch(/^maillage-[0-9a-f]{16}$/);
    front.update('newer');
    await page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
    await eventually(() => page.evaluate(() => caches.keys())).toEqual(['maillage-newer']);
  });

  test('la déconnexion efface tout, même sans réseau', async () => {
    await phone.context.setOffline(true);
    await page.goto('/mon-planning');
    await page.getByText(COPY).waitFor();
    await openMenu();
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    await eventually(kept).toEqual(nothing);
    // Without this the sign-out, which comes after the files are gone, might still find the network that comes back.
    await page.getByText('Pas de réseau. Rien n’a été envoyé').waitFor();
    // The page begins anew by itself as soon as the network is back.
    await phone.context.setOffline(false);
    await page.getByRole('link', { name: 'S’abonner' }).filter({ visible: true }).first().waitFor();
  });

  test('une session révoquée efface la semaine', async () => {
    await allow();
    await eventually(async () => (await kept()).copy !== null).toBe(true);
    phone.complaints.expect(401, /\/api\//);
    await page.request.delete('/api/session');
    await page.goto('/mon-planning');
    await page.getByRole('button', { name: 'Se connecter', exact: true }).waitFor();
    await eventually(async () => (await kept()).copy).toBeNull();
  });

  test('un autre compte sur le même appareil ne trouve rien du premier', async () => {
    await enter(page, 'professional', '/mon-planning');
    await eventually(async () => (await kept()).copy !== null).toBe(true);
    await phone.context.clearCookies();
    await enter(page, 'coordinator', '/rencontres');
    await eventually(kept).toEqual(nothing);
    await openMenu();
    await page.getByRole('button', { name: 'Se déconnecter' }).waitFor();
    await eventually(() =>
      choice()
        .isChecked()
        .catch(() => false),
    ).toBe(false);
  });
});
