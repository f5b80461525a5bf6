import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { screens } from './support/browser';
import { demoHouse } from './support/house';
import { enter, type Role } from './support/people';

/** Screens with something that stays in place while the rest scrolls below it: heads, trays, feet. */
const places: [Role, string][] = [
  ['manager', '/planning/2026-W48'],
  ['manager', '/enfants'],
  ['manager', '/maison/reglages'],
  ['professional', '/mon-planning/2026-W48'],
  ['professional', '/abonnement'],
];
const STOPS = 40;

/** WCAG 2.2, 2.4.11: what has the focus is never wholly behind something else. */
describe('le focus se voit', () => {
  const house = demoHouse();

  for (const screen of ['desk', 'phone'] as const) {
    test.for(places)(`${screen}, %s, %s`, async ([role, path]) => {
      const { page, context } = await house.open(screens[screen]);
      await enter(page, role, path);
      await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached' });
      await page.waitForFunction(() => !document.querySelector('.skeleton'));
      const hidden: string[] = [];
      for (let stop = 0; stop < STOPS; stop++) {
        await page.keyboard.press('Tab');
        const found = await behind(page);
        if (found) hidden.push(found);
      }
      expect(hidden).toEqual([]);
      await context.close();
    });
  }
});

/** What has the focus where none of it can be seen; empty where some of it can. */
function behind(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return '';
    const area = focused.getBoundingClientRect();
    // A radio or a checkbox that is drawn by its label has no size of its own.
    const drawn = area.width < 4 ? (focused.closest('label') ?? focused.parentElement ?? focused) : focused;
    const { left, top, width, height } = drawn.getBoundingClientRect();
    const shown = [0.05, 0.5, 0.95].some((x) =>
      [0.1, 0.5, 0.9].some((y) => {
        const there = document.elementFromPoint(left + x * width, top + y * height);
        return drawn.contains(there);
      }),
    );
    return shown ? '' : focused.outerHTML.slice(0, 160);
  });
}
