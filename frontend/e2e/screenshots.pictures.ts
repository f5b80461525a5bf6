import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { openWindow, screens, startBrowser } from './support/browser';
import { walkHouse, walkNewHouse } from './support/house-states';
import { BEFORE_AUTUMN, NewHouse } from './support/new-house';
import { drawForDocs } from './support/pictures';
import { signInAsFounder } from './support/people';
import { startDemo, startNewHouse, type Server } from './support/server';
import { walkEverywhere, type Walk } from './support/states';

const pictures = fileURLToPath(new URL('./screenshots', import.meta.url));

/** The pictures the README and the guide show, by the name of the state. */
const shownInDocs: Record<string, string> = {
  'desk/rota-draft': 'rota',
  'desk/sign-in': 'sign-in',
  'phone/my-week-tuesday': 'my-week-phone',
  'desk/meeting-slots': 'meeting',
};

/** States that are also drawn in the dark theme. */
const alsoDark = /^(rota-(draft|why|publish)|list-child|sheet-child-(path|week)|sheet-place|year)$/;

describe('les écrans en images', () => {
  let server: Server;
  let browser: Browser;

  beforeAll(async () => {
    [server, browser] = await Promise.all([startDemo(), startBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function draw(screen: 'desk' | 'phone', { url }: Server, walk: (walk: Walk) => Promise<void>): Promise<void> {
    const { page, context } = await openWindow(browser, url, screens[screen]);
    const directory = join(pictures, screen);
    await mkdir(directory, { recursive: true });
    await walk({
      page,
      language: 'fr',
      phone: screen === 'phone',
      visit: async (name) => {
        const path = join(directory, `${name}.png`);
        await page.screenshot({ path });
        const image = shownInDocs[`${screen}/${name}`];
        if (image) await drawForDocs(page, image);
        if (screen === 'desk' && alsoDark.test(name)) await inDark(page, join(directory, `${name}-dark.png`));
      },
    });
    await context.close();
  }

  test.for(['desk', 'phone'] as const)('%s, le planning et les rencontres', (screen) => draw(screen, server, walkEverywhere));
  test.for(['desk', 'phone'] as const)('%s, la maison et ses fiches', (screen) => draw(screen, server, walkHouse));
  test.for(['desk', 'phone'] as const)('%s, une maison neuve', async (screen) => {
    const own = await startNewHouse('DIME des Tilleuls', BEFORE_AUTUMN);
    await draw(screen, own, walkNewHouse).finally(() => own.stop());
  });

  test('la première heure d’une maison', async () => {
    const own = await startNewHouse('DIME des Tilleuls', BEFORE_AUTUMN);
    const { page } = await openWindow(browser, own.url, screens.desk);
    await firstHour(page).finally(() => own.stop());
  });
});

/** The first hour in a house of one's own, as docs/guide/une-maison-en-une-heure.md tells it. */
async function firstHour(page: Page): Promise<void> {
  const house = new NewHouse(page);
  const { screen } = house;
  const picture = (name: string) => drawForDocs(page, `guide/maison-${name}`);
  const onPhone = async (name: string) => {
    await page.setViewportSize(screens.phone.viewport);
    await picture(`${name}-telephone`);
    await page.setViewportSize(screens.desk.viewport);
  };
  await signInAsFounder(page);
  await picture('bienvenue');
  await onPhone('bienvenue');
  await page.getByRole('link', { name: 'Importer un fichier' }).click();
  await page.getByRole('heading', { level: 1, name: 'Importer un fichier' }).waitFor();
  await picture('importer');
  await house.read('withMistakes');
  await page.getByRole('navigation', { name: 'Feuilles du fichier' }).getByText('Personnel').click();
  await page.getByText('17,75,').first().waitFor();
  await picture('refus');
  await page.getByRole('button', { name: 'Choisir un autre fichier' }).click();
  await house.read('right');
  await house.importAll();
  await house.template('A');
  await picture('semaine-type');
  await screen.publishFirst('Accord des personnes');
  await house.template('B');
  await screen.publishFirst('Accord des personnes');
  await house.makeWeeks(['2026-W45']);
  await page.reload();
  await page.getByRole('heading', { level: 1, name: /^Année/ }).waitFor();
  await page.locator('[data-date="2026-11-02"]').waitFor();
  await picture('annee');
  await page.goto('/absences');
  await house.absent('Sylvie Arnaud', '2026-11-02', '2026-11-06');
  await house.absent('Léa A', '2026-11-03', '2026-11-03');
  await picture('absences');
  await onPhone('absences');
  await house.followed('2026-W45');
  await picture('apres-absences');
  await screen.propose();
  await screen.tools.getByRole('button', { name: 'Publier…' }).click();
  await screen.dialog.getByRole('heading', { name: 'Qui est concerné' }).waitFor();
  await picture('publier');
}

async function inDark(page: Page, path: string): Promise<void> {
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
  await page.screenshot({ path });
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'));
}
