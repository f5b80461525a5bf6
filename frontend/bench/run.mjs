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
import { startBareBrowser } from './bare-browser.mjs';
import { ROTA } from './first-picture.mjs';
import { measureGrid } from './grid.mjs';
import { measureLists } from './lists.mjs';
import { measurePeer } from './peer.mjs';

const RUNS = 5;
/** More than of the rest: between two openings of one page lies a third of their time, whatever else is still. */
const OPENINGS = 15;
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
const LIMITS = { paint: 300, drop: 40 };

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const round = (value) => Math.round(value);

/** Builds the application as it is delivered, and the data of the measurements beside it. */
async function buildInto(directory) {
  await build({
    root: here('..'),
    configFile: here('../vite.config.ts'),
    logLevel: 'error',
    build: { outDir: directory, emptyOutDir: true },
  });
  await buildData(directory);
}

/** Builds the page of the peer, with the same data beside it. */
async function buildPeerInto(directory) {
  await buildPlain({ root: here('./peer'), build: { outDir: directory, target: 'esnext' } });
  await buildData(directory);
}

const buildData = (directory) =>
  buildPlain({ root: here('..'), publicDir: false, build: { ssr: here('./data.ts'), outDir: join(directory, 'data') } });

const buildPlain = (options) => build({ configFile: false, logLevel: 'error', ...options });

/** Opens a page of a load so many times that its median tells, one time after the other. */
async function openings(bare, server, load, path) {
  server.send(load);
  const [{ address }] = await once(server, 'message');
  const found = [];
  for (let run = 0; run < OPENINGS; run++) found.push(await bare.open(address + path, load));
  return found;
}

/** Medians of the peer beside ours, and how many times as long it takes. */
async function measurePeers(browser, bare, directory, ours) {
  const peer = fork(here('./server.mjs'), [directory]);
  try {
    await once(peer, 'message');
    const table = [];
    for (const [index, load] of LOADS.entries()) {
      const paint = round(median((await openings(bare, peer, load, '/')).map((one) => one.paint)));
      const drops = [];
      for (let run = 0; run < RUNS; run++) drops.push(await measurePeer(browser, peer, load));
      const drop = round(median(drops));
      const [ourPaint, ourDrop] = [ours[index]['first paint ms'], ours[index]['drop ms']];
      table.push({
        people: load.people,
        sessions: load.sessions,
        processor: ours[index].processor,
        'first paint ms': paint,
        'times ours': (paint / ourPaint).toFixed(1),
        'drop ms': drop,
        'times our drop': (drop / ourDrop).toFixed(1),
      });
    }
    console.log('EventCalendar with the same weeks:');
    console.table(table);
  } finally {
    peer.kill();
  }
}

const directory = await mkdtemp(join(tmpdir(), 'maillage-bench-'));
let server;
let browser;
let bare;
try {
  await buildInto(directory);
  server = fork(here('./server.mjs'), [directory]);
  await once(server, 'message');
  const executable = process.argv[2] ?? '/usr/bin/chromium';
  browser = await chromium.launch({ executablePath: executable, args: FLAGS });
  bare = await startBareBrowser(executable, FLAGS);
  // A browser that has just started is still busy with itself; what somebody waits for at work is a page in one that runs.
  for (let run = 0; run < RUNS; run++) await measureGrid(browser, server, LOADS[0]);
  await openings(bare, server, LOADS[0], ROTA);
  const table = [];
  for (const load of LOADS) {
    const opened = await openings(bare, server, load, ROTA);
    const paints = opened.map((one) => one.paint);
    const runs = [];
    for (let run = 0; run < RUNS; run++) runs.push(await measureGrid(browser, server, load));
    table.push({
      people: load.people,
      sessions: load.sessions,
      processor: load.slow > 1 ? `${load.slow}× slower` : 'as it is',
      'first paint ms': round(median(paints)),
      'least–most': `${round(Math.min(...paints))}–${round(Math.max(...paints))}`,
      'its work ms': round(median(opened.map((one) => one.work))),
      'drop ms': round(median(runs.map((run) => run.drop))),
      'drop work ms': round(median(runs.map((run) => run.dropWork))),
      'drag p95 ms': round(median(runs.map((run) => run.drag))),
      'other plan ms': round(median(runs.map((run) => run.swap))),
      'frame p95 ms': round(median(runs.map((run) => run.frame))),
    });
  }
  console.table(table);
  const peerDirectory = join(directory, 'peer');
  await buildPeerInto(peerDirectory);
  await measurePeers(browser, bare, peerDirectory, table);
  const first = table[0];
  console.log(`limits for 40 × 600: first paint ${LIMITS.paint} ms, drop ${LIMITS.drop} ms`);
  server.send(LOADS[0]);
  const [{ address }] = await once(server, 'message');
  const listsFit = await measureLists(browser, address);
  if (!listsFit || first['first paint ms'] > LIMITS.paint || first['drop ms'] > LIMITS.drop) process.exitCode = 1;
} finally {
  await browser?.close();
  await bare?.close();
  server?.kill();
  await rm(directory, { recursive: true, force: true });
}
