// Opens a page and waits for its first picture with sessions.
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./measured.js', import.meta.url));

/** The week that the server of the measurements has. */
export const ROTA = '/planning/2026-W48';

/** Waits until a new window is done with itself: Chromium loads what stands around the page in some 200 files, which is as much work as the page. */
export const windowSettled = () => setTimeout(1500);

/** Opens an address in a page that measures itself (measured.js). The page says when its sessions are on the screen: asked at every frame, it would be kept from its work. */
export async function openMeasured(page, address) {
  await page.addInitScript({ path: script });
  let tell;
  const told = new Promise((resolve) => (tell = resolve));
  await page.exposeFunction('sessionsPainted', tell);
  await windowSettled();
  await page.goto(address, { waitUntil: 'commit' });
  await told;
}
