// The server of the measurements, in a process of its own as the real one: node bench/server.mjs DIRECTORY, the build of the application and
// of the data in it. It answers as the application's server does, from a week made up in memory, and tells its parent the port.
import { readFile, readdir } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };

const directory = process.argv[2];
const { buildLoad } = await import(pathToFileURL(join(directory, 'data', 'data.js')).href);

let load;
let rota;

function change({ operations }) {
  const changed = new Map(operations.map((operation) => [operation.activity, operation]));
  rota = {
    ...rota,
    summary: { ...rota.summary, revision: rota.summary.revision + 1 },
    undo: 'operations',
    occurrences: rota.occurrences.map((one) => {
      const { start, staff } = changed.get(one.activity) ?? {};
      return { ...one, start: start ?? one.start, staff: staff ?? one.staff };
    }),
  };
  return rota;
}

/** Another plan of the same week: everybody has on each day what they had on the one before. */
function anotherPlan() {
  const [day, week] = [1440, 5 * 1440];
  rota = {
    ...rota,
    summary: { ...rota.summary, revision: rota.summary.revision + 1 },
    occurrences: rota.occurrences.map((one) => ({ ...one, start: (one.start + day) % week })),
  };
  return rota;
}

function answer(path, sent) {
  if (path === '/api/session') return load.session;
  if (path === '/api/house') return load.house;
  if (path.startsWith('/api/weeks/')) return { week: load.week, rota };
  if (path.endsWith('/options')) {
    const starts = Array.from({ length: 5 * 96 }, (_, quarter) => quarter * 15);
    return { rows: load.house.professionals.map(({ id }) => ({ professional: id, starts, reason: null })) };
  }
  if (path.endsWith('/explanation')) return load.explanation;
  if (path.endsWith('/undo')) return anotherPlan();
  if (path.endsWith('/check')) return { occurrence: null, breaches: [], travel: [] };
  return sent ? change(sent) : rota;
}

async function body(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return parts.length > 0 ? JSON.parse(Buffer.concat(parts).toString()) : null;
}

/** Everything the browser may ask for, in memory as in the real server. */
const files = new Map();
for (const name of await readdir(directory, { recursive: true })) {
  if (TYPES[extname(name)]) files.set(`/${name}`, await readFile(join(directory, name)));
}

function file(path, response) {
  const name = files.has(path) ? path : '/index.html';
  response.setHeader('Content-Type', TYPES[extname(name)]);
  response.setHeader('Content-Security-Policy', "default-src 'self'");
  response.end(files.get(name));
}

const server = createServer(async (request, response) => {
  const path = new URL(request.url, 'http://localhost').pathname;
  if (!path.startsWith('/api/')) return file(path, response);
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(answer(path, await body(request))));
});
process.on('message', ({ people, sessions }) => {
  load = buildLoad(people, sessions);
  rota = load.rota;
  process.send({ address: `http://127.0.0.1:${server.address().port}` });
});
server.listen(0, '127.0.0.1', () => process.send('listening'));
