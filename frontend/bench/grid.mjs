// What the grid of the rota costs its reader once it is there, in the real application: a drag, a drop, another plan, a scroll.
import { once } from 'node:events';
import { openMeasured, ROTA } from './first-picture.mjs';

/** How far one turn of the wheel scrolls, and how many there are. */
const WHEEL = { pixels: 240, turns: 40 };
/** Enough that 95 % of them are more than all but the slowest. */
const DRAG_STEPS = 60;

/** Opens the rota of a load and measures it, all times in milliseconds. `slow` slows the processor so many times. */
export async function measureGrid(browser, server, { people, sessions, slow }) {
  server.send({ people, sessions });
  const [{ address }] = await once(server, 'message');
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, locale: 'fr-FR' });
  const page = await context.newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  const chrome = await context.newCDPSession(page);
  // Work of the page's thread in processor time, which a busy machine does not stretch.
  await chrome.send('Performance.enable', { timeDomain: 'threadTicks' });
  const work = async () => {
    const { metrics } = await chrome.send('Performance.getMetrics');
    return (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  if (slow > 1) await chrome.send('Emulation.setCPUThrottlingRate', { rate: slow });
  await openMeasured(page, address + ROTA);
  await page.waitForTimeout(300);
  const block = await page.locator('.b:not([data-state~="lock"])').nth(4).boundingBox();
  await page.mouse.move(block.x + 4, block.y + 10);
  await page.mouse.down();
  await page.mouse.move(block.x + 60, block.y + 100, { steps: DRAG_STEPS });
  await page.waitForTimeout(200);
  const before = await work();
  await page.mouse.up();
  await page.waitForFunction(() => window.measured.drops.length === 1);
  const dropWork = (await work()) - before;
  await page.waitForTimeout(300);
  await page.locator('.tool').getByRole('button', { name: 'Annuler' }).click();
  await page.waitForFunction(() => window.measured.swap !== undefined);
  await page.waitForTimeout(300);
  const frames = await scroll(page);
  const { drops, drags, swap } = await page.evaluate(() => window.measured);
  await context.close();
  return { drop: drops[0], dropWork, drag: percentile(drags, 0.95), swap, frame: percentile(frames, 0.95) };
}

/** Turns the wheel over the grid, down and up again, and returns how long each frame took. */
async function scroll(page) {
  await page.mouse.move(800, 500);
  await page.evaluate(() => window.measured.frames.splice(0));
  for (const direction of [1, -1]) for (let turn = 0; turn < WHEEL.turns; turn++) await page.mouse.wheel(0, direction * WHEEL.pixels);
  return page.evaluate(() => window.measured.frames);
}

/** The value that a part of the values does not pass, by nearest rank. */
export function percentile(values, part) {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * part) - 1];
}
