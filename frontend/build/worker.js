/**
 * Opens the reader's own week where there is no network. It holds files of the application only, never an answer of the server: what is kept of
 * the week lies with the page (src/lib/kept.svelte.ts). The network always comes first, so that nothing of a version before is ever run beside
 * a newer one; the name of the cache is that of the build, and an older one goes when the newer is there.
 */
const VERSION = '__VERSION__';
const FILES = ['__FILES__'];
const CACHE = `maillage-${VERSION}`;

self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(FILES)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  const name = request.mode === 'navigate' ? page(pathname) : pathname;
  if (!FILES.includes(name)) return;
  event.respondWith(fetch(request).catch(async (error) => (await caches.match(name, { cacheName: CACHE })) ?? Promise.reject(error)));
});

/** The one page of the application, for the addresses under which one's own week is read. */
function page(pathname) {
  return pathname === '/' || pathname === '/mon-planning' || pathname.startsWith('/mon-planning/') ? '/' : '';
}
