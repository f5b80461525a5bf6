import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from './axe';
import { openWindow, screens, startBrowser } from './browser';
import { walkHouse, walkNewHouse } from './house-states';
import { BEFORE_AUTUMN } from './new-house';
import { startDemo, startNewHouse, type Server } from './server';
import { walkEverywhere, type Language, type Walk } from './states';

const BARELY = 2;

/** States over the grid in which nothing of the grid is new: it has hundreds of sessions, and was asked about before. */
const GRID_AS_BEFORE = /^(account|template|rota-(tray|move|help|points|chosen-move|choose|propose|publish|running))$/;

/** Lists: each row is like the first ones, and the kinds beside them are asked about in the house. */
const LIST = /^list-/;

/** What was asked about in a state before this one. */
function asBefore(name: string): { without?: string } {
  if (GRID_AS_BEFORE.test(name)) return { without: '[role="grid"]' };
  return LIST.test(name) ? { without: '.house > nav, tbody tr:nth-child(n+6)' } : {};
}

interface Looked {
  /** A part of the page that was asked about before. */
  without?: string;
  /** Whether its colours in the dark theme are asked about too. */
  dark: boolean;
}

/** Everything that is wrong with a page as it stands: what axe finds, and whether it scrolls sideways. */
export async function faultsOn(page: Page, name: string, { dark, ...part }: Looked): Promise<string[]> {
  const found = await violationsOn(page, part);
  if (dark) found.push(...(await inDark(page, () => violationsOn(page, { ...part, rules: ['color-contrast'] }))));
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (beyond > BARELY) found.push(`${beyond} px wider than the screen`);
  return found.map((text) => `${name}: ${text}`);
}

/** Asks axe about every screen, panel and dialog at one width and in one language, on a desk in French in light and dark, whose colours no language changes; and that no page scrolls sideways. */
export function checkEverywhere(title: string, screen: 'desk' | 'phone', language: Language): void {
  describe(`axe, ${title}`, () => {
    let server: Server;
    let newHouse: Server;
    let browser: Browser;

    beforeAll(async () => {
      [server, newHouse, browser] = await Promise.all([startDemo(), startNewHouse('DIME des Tilleuls', BEFORE_AUTUMN), startBrowser()]);
    });
    afterAll(async () => {
      await browser?.close();
      await Promise.all([server?.stop(), newHouse?.stop()]);
    });

    async function ask({ url }: Server, walkThrough: (walk: Walk) => Promise<void>): Promise<void> {
      const { page, complaints, context } = await openWindow(browser, url, screens[screen]);
      const found: string[] = [];
      const walk = walkThrough({
        page,
        language,
        phone: screen === 'phone',
        visit: async (name) => {
          found.push(...(await faultsOn(page, name, { dark: screen === 'desk' && language === 'fr', ...asBefore(name) })));
        },
      });
      // What was found on the way is worth knowing even where the walk does not come to its end.
      await walk.catch((error: unknown) => found.push(String(error)));
      await context.close();
      expect([...found, ...complaints.all]).toEqual([]);
    }

    test('le planning, les rencontres et la semaine de chacun : aucun défaut', () => ask(server, walkEverywhere));
    test('la maison et ses fiches : aucun défaut', () => ask(server, walkHouse));
    test('une maison neuve : aucun défaut', () => ask(newHouse, walkNewHouse));
  });
}

async function inDark(page: Page, ask: () => Promise<string[]>): Promise<string[]> {
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
  const found = await ask();
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'));
  return found.map((text) => `dark: ${text}`);
}
