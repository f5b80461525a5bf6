// Measures the rota and the lists of records in headless Chromium, and fails where a limit is passed.
// node bench/run.mjs [path of Chromium]
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build } from 'vite';
import { measureGrid } from './grid.mjs';
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
    for (let run = 0; run < RUNS; run++) runs.push(await measureGrid(browser, server, load));
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
      'drag p95 ms': round(median(runs.map((run) => run.drag))),
      'other plan ms': round(median(runs.map((run) => run.swap))),
      'frame p95 ms': round(median(runs.map((run) => run.frame))),
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
