import type { Operation } from '../src/api/wire';
import { buildLoad } from './data';

/**
 * The whole application over a server that lives in the page: what is measured is the browser's work and nothing else.
 * ?people=40&sessions=600 says how large the week is.
 */
const wanted = new URLSearchParams(location.search);
const load = buildLoad(Number(wanted.get('people') ?? 40), Number(wanted.get('sessions') ?? 600));
let rota = load.rota;

function change(operations: Operation[]): unknown {
  const changed = new Map(operations.map((operation) => [operation.activity, operation]));
  rota = structuredClone({
    ...rota,
    summary: { ...rota.summary, revision: rota.summary.revision + 1 },
    occurrences: rota.occurrences.map((one) => {
      const { start, staff } = changed.get(one.activity) ?? {};
      return { ...one, start: start ?? one.start, staff: staff ?? one.staff };
    }),
  });
  return rota;
}

function answer(path: string, body: string): unknown {
  const sent = body ? JSON.parse(body) : {};
  if (path === '/api/session') return load.session;
  if (path === '/api/house') return load.house;
  if (path.startsWith('/api/weeks/')) return load.week;
  if (path.endsWith('/options')) {
    const starts = Array.from({ length: 5 * 96 }, (_, quarter) => quarter * 15);
    return { rows: load.house.professionals.map(({ id }) => ({ professional: id, starts, reason: null })) };
  }
  if (path.endsWith('/check')) return { occurrence: null, breaches: [], travel: [] };
  return body ? change(sent.operations) : rota;
}

window.fetch = async (input, init) => {
  const request = new Request(input, init);
  const sent = await request.text();
  return new Response(JSON.stringify(answer(new URL(request.url).pathname, sent)), { headers: { 'Content-Type': 'application/json' } });
};

/** Resolves when what was drawn last is on the screen. */
const painted = () => new Promise<number>((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));

const measured: { paint?: number; drops: number[] } = { drops: [] };
Object.assign(window, { measured });
const observer = new MutationObserver(async () => {
  if (!document.querySelector('.b')) return;
  observer.disconnect();
  measured.paint = await painted();
});
observer.observe(document, { childList: true, subtree: true });
window.addEventListener('pointerup', async () => {
  const from = performance.now();
  measured.drops.push((await painted()) - from);
});

history.replaceState(null, '', '/planning/2026-W48');
await import('../src/main');
