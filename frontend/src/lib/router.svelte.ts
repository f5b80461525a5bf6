/** The address bar: which screen is asked for. Screens are named in src/routes.ts; this module knows none of them. */
let address = $state.raw(new URL(window.location.href));

/** The current address; reading it in a component makes the component follow it. */
export function currentAddress(): URL {
  return address;
}

/** Asked before a screen with something unsaved is left: true holds the reader here, and `go` leaves after all. */
type Guard = (go: () => void) => boolean;
let guard: Guard | null = null;

/** Has the reader asked before this screen is left for another. Returns how to stop asking. */
export function guardLeaving(ask: Guard): () => void {
  guard = ask;
  return () => {
    if (guard === ask) guard = null;
  };
}

function held(next: URL, go: () => void): boolean {
  if (!guard || next.pathname === address.pathname) return false;
  return guard(() => {
    guard = null;
    go();
  });
}

/** Goes to another screen of the application, or stays on this one with another address when `replace` is set. */
export function navigate(path: string, { replace = false } = {}): void {
  const next = new URL(path, window.location.href);
  if (next.href === address.href || held(next, () => navigate(path, { replace }))) return;
  history[replace ? 'replaceState' : 'pushState'](null, '', next);
  address = next;
}

/** Follows links of the page and the browser's back and forward buttons without loading the page anew. Returns how to stop. */
export function startRouter(): () => void {
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const elsewhere = link.origin !== window.location.origin || link.target || link.hasAttribute('download');
    const insidePage = link.pathname === address.pathname && link.search === address.search && link.hash;
    if (elsewhere || insidePage) return;
    event.preventDefault();
    navigate(link.href);
  };
  const onBack = () => {
    const wanted = new URL(window.location.href);
    // The browser has gone back already: whoever is held here finds this screen's address again.
    if (held(wanted, () => navigate(wanted.href))) history.pushState(null, '', address);
    else address = wanted;
  };
  document.addEventListener('click', onClick);
  window.addEventListener('popstate', onBack);
  return () => {
    document.removeEventListener('click', onClick);
    window.removeEventListener('popstate', onBack);
  };
}

/** After a change of screen, moves the keyboard and the screen reader to its title. */
export function focusTitle(): void {
  const title = document.querySelector<HTMLElement>('h1');
  if (!title) return;
  title.tabIndex = -1;
  title.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}
