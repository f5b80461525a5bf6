// Measures a list of records in headless Chromium: how long it takes to open from another screen, what it reads included, and how long a key
// typed into its search takes until the rows that stay are painted.
import { ROTA, windowSettled } from './first-picture.mjs';

const ROWS = 1000;
const RUNS = 5;
const LIMITS = { open: 300, filter: 50 };

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const round = (value) => Math.round(value);
const sectors = ['Haut-Pays', 'Vallée de l’Ambelle', 'Centre', 'Plaine'];
const first = ['Zélie', 'Éloïse', 'Noé', 'Aïcha', 'Côme', 'Lina', 'Ilyès', 'Maëlle', 'Joël', 'Inès'];

const head = (id) => ({
  id,
  version: 1,
  created_at: '2026-09-01T06:00:00Z',
  updated_at: '2026-09-01T06:00:00Z',
  archived_at: null,
  can: { change: true },
});
const many = (count, make) => Array.from({ length: count }, (_, index) => ({ ...head(`r${index}`), ...make(index) }));
const person = (index) => ({ first_name: first[index % first.length], last_name: `Nom${index}` });

/** The lists the screen of the children reads, by kind. */
const lists = {
  child: many(ROWS, (index) => ({
    ...person(index),
    birth_year: 2008 + (index % 12),
    internal_number: `E-${index}`,
    sector: sectors[index % sectors.length],
    home_place_id: null,
    school_place_id: `r${index % 40}`,
    key_worker_id: `r${index % 60}`,
    case_coordinator_id: `r${index % 7}`,
    periods: [{ modality_code: ['MO', 'AJ', 'HE'][index % 3], from_date: '2026-09-01', to_date: null, weekly_minutes: 600 }],
    schedule: Array.from({ length: 8 }, (_, at) => ({ letter: '', day: at % 5, from: 540, to: 720, places: ['r1'] })),
    wishes: '',
    transport: '',
    transport_partner_id: null,
  })),
  place: many(60, (index) => ({ kind: 'school', name: `École ${index}`, code: `E${index}`, sector: '', hours: [] })),
  professional: many(220, (index) => ({ ...person(index + 3), profession: 'special_educator', memberships: [] })),
  partner: many(10, (index) => ({ name: `Taxis ${index}`, kind: 'transport' })),
  modality: ['MO', 'AJ', 'HE'].map((code, position) => ({ ...head(code), code, name: code, position, capacities: [] })),
};

const json = (body) => ({ contentType: 'application/json', body: JSON.stringify(body) });

async function answer(page) {
  await page.route('**/api/session', async (route) => {
    const session = await (await route.fetch()).json();
    const reads = Object.fromEntries(Object.keys(lists).map((kind) => [kind, { read: 'facility', create: true }]));
    await route.fulfill(json({ ...session, can: { ...session.can, records: reads } }));
  });
  for (const [kind, records] of Object.entries(lists)) {
    const given = json({ records, total: records.length });
    await page.route(`**/api/records/${kind}`, (route) => route.fulfill(given));
  }
}

/** Runs in the page: a link is followed and its list painted; a key is typed and its rows painted. */
function watch() {
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
  window.lists = { filters: [] };
  document.addEventListener('click', (event) => {
    if (!event.target.closest?.('a[href="/enfants"]')) return;
    const from = performance.now();
    new MutationObserver(async (_changes, observer) => {
      if (!document.querySelector('tbody a')) return;
      observer.disconnect();
      window.lists.open = (await painted()) - from;
    }).observe(document, { childList: true, subtree: true });
  });
  document.addEventListener(
    'input',
    async () => {
      const from = performance.now();
      window.lists.filters.push((await painted()) - from);
    },
    { capture: true },
  );
}

async function once(browser, address) {
  const context = await browser.newContext({ viewport: { width: 1600, height: 1000 }, locale: 'fr-FR' });
  const page = await context.newPage();
  await page.addInitScript(watch);
  await answer(page);
  await windowSettled();
  await page.goto(address + ROTA);
  await page.locator('.b').first().waitFor();
  const chrome = await context.newCDPSession(page);
  // Work of the page's thread in processor time, which a busy machine does not stretch.
  await chrome.send('Performance.enable', { timeDomain: 'threadTicks' });
  const work = async () => {
    const { metrics } = await chrome.send('Performance.getMetrics');
    return (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  await page.waitForTimeout(500);
  const before = await work();
  await page.getByRole('link', { name: 'Enfants' }).click();
  await page.waitForFunction(() => window.lists.open !== undefined);
  const openWork = (await work()) - before;
  await page.keyboard.press('/');
  for (const key of 'zelie nom1') {
    const typed = await page.evaluate(() => window.lists.filters.length);
    await page.keyboard.press(key);
    await page.waitForFunction((count) => window.lists.filters.length > count, typed);
  }
  const measured = await page.evaluate(() => window.lists);
  await context.close();
  return { ...measured, openWork };
}

/** Measures the list and prints what it took. True when it is within the limits. */
export async function measureLists(browser, address) {
  const runs = [];
  for (let run = 0; run < RUNS; run++) runs.push(await once(browser, address));
  const opens = runs.map(({ open }) => open);
  const keys = runs.flatMap(({ filters }) => filters);
  console.table([
    {
      rows: ROWS,
      'open ms': round(median(opens)),
      'least–most': `${round(Math.min(...opens))}–${round(Math.max(...opens))}`,
      'its work ms': round(median(runs.map(({ openWork }) => openWork))),
      'a key ms': round(median(keys)),
      'the slowest': round(Math.max(...keys)),
    },
  ]);
  console.log(`limits for ${ROWS} rows: open ${LIMITS.open} ms, a key ${LIMITS.filter} ms`);
  return median(opens) <= LIMITS.open && median(keys) <= LIMITS.filter;
}
