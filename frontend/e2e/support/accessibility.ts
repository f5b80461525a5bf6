import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from './axe';
import { openWindow, screens, startBrowser } from './browser';
import { startDemo, type Server } from './server';
import { walkEverywhere } from './states';

const BARELY = 2;

/** States over the grid in which nothing of the grid is new: it has hundreds of sessions, and was asked about before. */
const GRID_AS_BEFORE = /^(account|rota-(tray|move|help|choose|propose|publish|running))$/;

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

/** Asks axe about every screen, panel and dialog at one width and in one language, on a desk in light and dark; and that no page scrolls sideways. */
export function checkEverywhere(title: string, screen: 'desk' | 'phone', language: 'fr' | 'en'): void {
  describe(`axe, ${title}`, () => {
    let server: Server;
    let browser: Browser;

    beforeAll(async () => {
      [server, browser] = await Promise.all([startDemo(), startBrowser()]);
    });
    afterAll(async () => {
      await browser?.close();
      await server?.stop();
    });

    test('aucun défaut', async () => {
      const { page, complaints } = await openWindow(browser, server.url, screens[screen]);
      const found: string[] = [];
      const walk = walkEverywhere({
        page,
        language,
        phone: screen === 'phone',
        visit: async (name) => {
          const part = GRID_AS_BEFORE.test(name) ? { without: '[role="grid"]' } : {};
          found.push(...(await faultsOn(page, name, { dark: screen === 'desk', ...part })));
        },
      });
      // What was found on the way is worth knowing even where the walk does not come to its end.
      await walk.catch((error: unknown) => found.push(String(error)));
      expect([...found, ...complaints.all]).toEqual([]);
    });
  });
}

async function inDark(page: Page, ask: () => Promise<string[]>): Promise<string[]> {
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'));
  const found = await ask();
  await page.evaluate(() => (document.documentElement.dataset['theme'] = 'light'));
  return found.map((text) => `dark: ${text}`);
}
