// What a drop costs in EventCalendar, the calendar that would be used instead of our own grid, with the same week.
import { once } from 'node:events';
import { openMeasured } from './first-picture.mjs';

/** Opens the peer's page on a server that has its build, and measures a drop, in milliseconds. */
export async function measurePeer(browser, server, { people, sessions, slow }) {
  server.send({ people, sessions });
  const [{ address }] = await once(server, 'message');
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, locale: 'fr-FR' });
  const page = await context.newPage();
  const chrome = await context.newCDPSession(page);
  if (slow > 1) await chrome.send('Emulation.setCPUThrottlingRate', { rate: slow });
  await openMeasured(page, address);
  await page.waitForTimeout(300);
  const block = await page.locator('.ec-event').nth(4).boundingBox();
  await page.mouse.move(block.x + 4, block.y + 10);
  await page.mouse.down();
  await page.mouse.move(block.x + 60, block.y + 100, { steps: 20 });
  await page.waitForTimeout(200);
  await page.mouse.up();
  await page.waitForFunction(() => window.measured.drops.length === 1);
  const drop = await page.evaluate(() => window.measured.drops[0]);
  await context.close();
  return drop;
}
