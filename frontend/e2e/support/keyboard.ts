import type { Locator, Page } from 'playwright-core';

const MOST_STOPS = 120;

const hasFocus = (locator: Locator) => locator.first().evaluate((element) => element === document.activeElement);

/** Presses Tab (or Shift+Tab) until an element has the focus: it fails when the keyboard never comes there. */
export async function tabTo(page: Page, locator: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await locator.first().waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await hasFocus(locator)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${MOST_STOPS} presses of ${key} never reach ${locator}`);
}

/** Goes to something by Tab and presses it. */
export async function pressOn(page: Page, locator: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, locator);
  await page.keyboard.press(key);
}

/** Chooses in a list by arrow keys: the option whose text matches. */
export async function chooseByKeyboard(page: Page, select: Locator, wanted: RegExp): Promise<void> {
  await tabTo(page, select);
  const chosen = () => select.evaluate((element: HTMLSelectElement) => element.selectedOptions[0]?.text ?? '');
  await page.keyboard.press('Home');
  for (let step = 0; step < MOST_STOPS; step++) {
    if (wanted.test(await chosen())) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`no option matches ${wanted}`);
}
