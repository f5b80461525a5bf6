// Measures the rota in headless Chromium: first paint from the start of the navigation, and the drop of a session until it is painted; then the
// lists of records.
// node bench/run.mjs [path of Chromium]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { measureLists } from './lists.mjs';

const RUNS = 5;
const LOADS = [
  { people: 40, sessions: 600, slow: 1 },
  { people: 40, sessions: 600, slow: 4 },
  { people: 300, sessions: 3000, slow: 1 },
];
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const LIMITS = { paint: 500, drop: 50 };

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const round = (value) => Math.round(value);

/** Builds the application as it is delivered, and the data of the measurements beside it. */
async function buildInto(directory) {
  const shared = { root: here('..'), configFile: here('../vite.config.ts'), logLevel: 'error' };
  await build({ ...shared, build: { outDir: directory, emptyOutDir: true } });
  await build({ ...shared, publicDir: false, build: { ssr: here('./data.ts'), outDir: join(directory, 'data') } });
}

async function measure(browser, server, { people, sessions, slow }) {
  server.send({ people, sessions });
  const [{ address }] = await once(server, 'message');
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, locale: 'fr-FR' });
  await context.addInitScript({ path: here('./measured.js') });
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
  await page.goto(`${address}/planning/2026-W48`);
  await page.waitForFunction(() => window.measured?.paint !== undefined);
  const paintWork = await work();
  await page.waitForTimeout(300);
  const block = await page.locator('.b:not([data-state~="lock"])').nth(4).boundingBox();
  await page.mouse.move(block.x + 4, block.y + 10);
  await page.mouse.down();
  await page.mouse.move(block.x + 60, block.y + 100, { steps: 20 });
  await page.waitForTimeout(200);
  const before = await work();
  await page.mouse.up();
  await page.waitForFunction(() => window.measured.drops.length === 1);
  const dropWork = (await work()) - before;
  const { paint, drops } = await page.evaluate(() => window.measured);
  await context.close();
  return { paint, paintWork, drop: drops[0], dropWork };
}

const directory = await mkdtemp(join(tmpdir(), 'maillage-bench-'));
let server;
let browser;
try {
  await buildInto(directory);
  server = fork(here('./server.mjs'), [directory]);
  await once(server, 'message');
  browser = await chromium.launch({ executablePath: process.argv[2] ?? '/usr/bin/chromium', args: FLAGS });
  const table = [];
  for (const load of LOADS) {
    const runs = [];
    for (let run = 0; run < RUNS; run++) runs.push(await measure(browser, server, load));
    const paints = runs.map((run) => run.paint);
    table.push({
      people: load.people,
      sessions: load.sessions,
      processor: load.slow > 1 ? `${load.slow}× slower` : 'as it is',
      'first paint ms': round(median(paints)),
      'least–most': `${round(Math.min(...paints))}–${round(Math.max(...paints))}`,
      'its work ms': round(median(runs.map((run) => run.paintWork))),
      'drop ms': round(median(runs.map((run) => run.drop))),
      'drop work ms': round(median(runs.map((run) => run.dropWork))),
    });
  }
  console.table(table);
  const first = table[0];
  console.log(`limits for 40 × 600: first paint ${LIMITS.paint} ms, drop ${LIMITS.drop} ms`);
  server.send(LOADS[0]);
  const [{ address }] = await once(server, 'message');
  const listsFit = await measureLists(browser, address);
  if (!listsFit || first['first paint ms'] > LIMITS.paint || first['drop ms'] > LIMITS.drop) process.exitCode = 1;
} finally {
  await browser?.close();
  server?.kill();
  await rm(directory, { recursive: true, force: true });
}
