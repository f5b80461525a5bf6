import type { House, Id, MyWeek, Session } from '$api/wire';
import { addMinutes, isoNow, minutesSince } from './datetime';

/**
 * The reader's own weeks on this device, to be read without network by whoever allowed it: docs/adr/0025. Of the choice only the account's id is
 * kept; the copy is taken away when the session ends, both when somebody signs out or another account signs in.
 */
const CHOICE = 'maillage.keep';
const COPY = 'maillage.kept';
const WORKER = '/worker.js';

/** What may be read again without network: only what the screen of one's own week asks the server for. */
export interface Copy {
  account: Id;
  /** When it was read, and for how many minutes it may be shown from then: as long as the session lasts. */
  read: string;
  minutes: number;
  session: Session;
  house: House;
  weeks: MyWeek[];
}

/** When the copy that is on the screen was read; null while the server answers. */
let shown = $state<string | null>(null);

export function copyShown(): string | null {
  return shown;
}

export function allowedHere(account: Id): boolean {
  return stored(CHOICE) === account;
}

/** Lets an account's weeks be kept here, and makes the application itself readable without network. */
export async function allowHere(account: Id): Promise<void> {
  store(CHOICE, account);
  await navigator.serviceWorker?.register(WORKER);
}

/** Keeps a copy in place of the one before. */
export function keepCopy(copy: Omit<Copy, 'read'>): void {
  if (allowedHere(copy.account)) store(COPY, JSON.stringify({ ...copy, read: isoNow() }));
}

/** Takes away the copy; the choice to keep one stays. */
export function dropCopy(): void {
  drop(COPY);
}

/** Takes away everything that was kept on this device: choice, copy, and the application's files. */
export async function forgetDevice(): Promise<void> {
  drop(CHOICE);
  drop(COPY);
  for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? []) await registration.unregister();
  if ('caches' in window) for (const name of await caches.keys()) await caches.delete(name);
}

/** Brings what is kept in line with who is signed in: nothing of somebody else stays, and after the end of a session no copy. */
export async function keepOnlyFor(account: Id | null): Promise<void> {
  if (account === null) dropCopy();
  else if (stored(CHOICE) !== null && !allowedHere(account)) await forgetDevice();
}

/** What a request that found no server is answered with from the copy, on the screen of one's own week only; null where nothing is. */
export function keptAnswer(path: string): Response | null {
  const { pathname } = window.location;
  const copy = pathname === '/' || pathname.startsWith('/mon-planning') ? validCopy() : null;
  const answer = copy && answerOf(copy, path);
  if (!copy || !answer) return null;
  shown = copy.read;
  return Response.json(answer);
}

/** Once the server answers again, a page that showed the copy begins anew: what it was allowed to know was less than the truth. */
export function afterNetwork(): void {
  if (shown !== null) window.location.reload();
}

function answerOf(copy: Copy, path: string): object | undefined {
  if (path === '/api/session') return { ...copy.session, now: addMinutes(copy.session.now, Math.floor(minutesSince(copy.read))) };
  if (path === '/api/house') return copy.house;
  return copy.weeks.find(({ week }) => path === `/api/my/weeks/${week}`);
}

function validCopy(): Copy | null {
  const text = stored(COPY);
  if (text === null) return null;
  const copy = JSON.parse(text) as Copy;
  const age = minutesSince(copy.read);
  // A clock that was set back says nothing about the age.
  if (age >= 0 && age < copy.minutes && allowedHere(copy.account)) return copy;
  dropCopy();
  return null;
}

function stored(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function store(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Without storage nothing is kept.
  }
}

function drop(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    // Without storage nothing was kept.
  }
}
