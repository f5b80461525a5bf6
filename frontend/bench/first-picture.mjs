// Opens a page and waits for its first picture with sessions.
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('./measured.js', import.meta.url));

/** The week that the server of the measurements has. */
export const ROTA = '/planning/2026-W48';

/** Opens an address in a page that measures itself (measured.js). The page says when its sessions are on the screen: asked at every frame, it would be kept from its work. */
export async function openMeasured(page, address) {
  await page.addInitScript({ path: script });
  let tell;
  const told = new Promise((resolve) => (tell = resolve));
  await page.exposeFunction('sessionsPainted', tell);
  await page.goto(address, { waitUntil: 'commit' });
  await told;
}
