import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const docs = fileURLToPath(new URL('../../../docs/images', import.meta.url));

/** Whether pictures are drawn: `npm run screenshots` says so in e2e/vitest.config.ts. */
const drawing = process.env['MAILLAGE_PICTURES'] !== undefined;

/** Letters stay sharp, and a full screen of the grid stays at or under 150 kB. */
const QUALITY = 68;

/** Draws what a page shows as a picture of docs/images, which the README or the guide names; an older one is written over. */
export async function drawForDocs(page: Page, name: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: QUALITY });
  await session.detach();
  const path = join(docs, `${name}.webp`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, Buffer.from(data, 'base64'));
}

/** A step of a walk the guide tells: a picture of it where pictures are drawn, nothing where the walk is only a test. */
export async function guideStep(page: Page, name: string): Promise<void> {
  if (drawing) await drawForDocs(page, `guide/${name}`);
}
