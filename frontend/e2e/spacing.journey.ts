import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { eventually } from './support/condition';
import { demoHouse } from './support/house';
import { enter } from './support/people';
import { RotaScreen } from './support/rota';

/** What WCAG 1.4.12 lets a reader ask for. */
const SPACED =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }';

/** Who spaces letters, words and lines reads the grid whole: nothing is cut, and no block loses the initials it has without. */
describe('le texte espacé', () => {
  const house = demoHouse();

  /** The texts of the grid and of the bar above it that do not fit where they stand. */
  const cut = (page: Page) => () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[role="grid"] .b, [role="grid"] .h > *, .tool h1, .dh b, .dh .faint')]
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0 && getComputedStyle(one).overflow !== 'visible')
        .map((one) => one.textContent),
    );
  const empty = (page: Page) => page.evaluate(() => document.querySelectorAll('[role="grid"] .c .b:not(:has(span))').length);

  async function opened(address: string, spaced: boolean): Promise<Page> {
    const { page } = await house.open();
    if (spaced)
      await page.addInitScript((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets.push(sheet);
      }, SPACED);
    await enter(page, 'manager', address);
    await new RotaScreen(page).ready();
    return page;
  }

  for (const view of ['', '?vue=cartes'])
    test(`se lit en entier${view === '' ? '' : ', en cartes'}`, async () => {
      const [plain, spaced] = [await opened(`/planning/2026-W48${view}`, false), await opened(`/planning/2026-W48${view}`, true)];
      await eventually(cut(spaced)).toEqual([]);
      expect(await empty(spaced)).toBeLessThanOrEqual(await empty(plain));
    });
});
