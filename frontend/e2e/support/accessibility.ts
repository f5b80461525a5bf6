import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { violationsOn } from './axe';
import { openWindow, screens, startBrowser } from './browser';
import { walkHouse, walkNewHouse } from './house-states';
import { BEFORE_AUTUMN } from './new-house';
import { startDemo, startNewHouse, type Server } from './server';
import { walkEverywhere, type Language, type Walk } from './states';

/**
 * How the screens are looked at. Every state is met in both languages at both widths; the other modes are spread over these four walks so that
 * every state meets each of them once on the screen where it tells most (the desk has the grid and every colour, the phone the least room), and
 * not each beside every other: colours depend on no language, and another walk costs minutes.
 *
 *   French, 1600 px: light, dark, 200 % zoom        English, 1600 px: light, forced colours, 200 % zoom
 *   French, 390 px: light, reflow at 320 px         English, 390 px: light, reflow at 320 px
 *
 * All of them ask for reduced motion, and that nothing moves.
 */
const colours = { desk: { fr: 'dark', en: 'forced' }, phone: { fr: 'light', en: 'light' } } as const;

/** The width a page has left at 200 % on a desk, and at 400 % on any screen: WCAG 1.4.4 and 1.4.10. */
const narrower = { desk: 800, phone: 320 } as const;

/** States over the grid in which nothing of the grid is new: it has hundreds of sessions, and was asked about before. */
const GRID_AS_BEFORE = /^(account|template|rota-(tray|move|help|points|chosen-move|choose|propose|publish|running))$/;

/** How many frames a page may take to find its room at another width. */
const MOST_FRAMES = 60;

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
  /** The colours that are asked about, beside the light ones. */
  colours: 'light' | 'dark' | 'forced';
  screen: 'desk' | 'phone';
}

/** Everything that is wrong with a page as it stands: what axe finds in all its colours, what has no room, what moves. */
export async function faultsOn(page: Page, name: string, { colours, screen, ...part }: Looked): Promise<string[]> {
  const found = await violationsOn(page, part);
  const contrast = () => violationsOn(page, { ...part, rules: ['color-contrast'] });
  if (colours === 'dark') found.push(...(await inDark(page, contrast)));
  if (colours === 'forced') found.push(...(await inForcedColours(page, contrast)));
  found.push(...(await withoutRoom(page)));
  found.push(...(await atWidth(page, narrower[screen], () => withoutRoom(page))));
  const moving = await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);
  if (moving > 0) found.push(`${moving} animations although the reader asked for none`);
  return found.map((text) => `${name}: ${text}`);
}

/** Asks about every screen, panel and dialog at one width and in one language, each in the modes its walk has. */
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
          found.push(...(await faultsOn(page, name, { colours: colours[screen][language], screen, ...asBefore(name) })));
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

async function inForcedColours(page: Page, ask: () => Promise<string[]>): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active' });
  const found = await ask();
  await page.emulateMedia({ forcedColors: 'none' });
  return found.map((text) => `forced colours: ${text}`);
}

async function atWidth(page: Page, width: number, ask: () => Promise<string[]>): Promise<string[]> {
  const before = page.viewportSize()!;
  await page.setViewportSize({ width, height: before.height });
  // What floats over the page, such as an open list, finds its place once the page has its width.
  let found = await ask();
  for (let frame = 0; found.length > 0 && frame < MOST_FRAMES; frame++) {
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    found = await ask();
  }
  await page.setViewportSize(before);
  return found.map((text) => `${width} px: ${text}`);
}

/** Whether the page scrolls sideways, and what can be pressed or filled in but lies beyond its edge where nothing scrolls to it. */
function withoutRoom(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const BARELY = 2;
    const width = document.documentElement.clientWidth;
    const beyond = document.documentElement.scrollWidth - width;
    const found = beyond > BARELY ? [`${beyond} px wider than the screen`] : [];
    // Inside something that scrolls it can be reached; what clips its own text says so with an ellipsis.
    const scrolls = (element: Element | null): boolean =>
      element !== null && (getComputedStyle(element).overflowX !== 'visible' || scrolls(element.parentElement));
    for (const element of document.querySelectorAll('a, button, input, select, textarea, h1, h2')) {
      const { left, right, width: wide, height } = element.getBoundingClientRect();
      const seen = wide > 1 && height > 1 && element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });
      if (seen && (right > width + BARELY || (left < -BARELY && right > 0)) && !scrolls(element)) {
        found.push(`beyond the edge: ${element.outerHTML.slice(0, 120)}`);
      }
    }
    return found.slice(0, 4);
  });
}
