import { readSession, signOut as endSession } from '$api/operations';
import { forgetAhead } from '$api/ahead';
import { whenSignedOut } from '$api/client';
import { errorCode } from '$api/errors';
import type { Session } from '$api/wire';
import { currentAddress, navigate } from './router.svelte';
import { forgetHouse, house } from './house';
import { dropCopy, forgetDevice, keepOnlyFor } from './kept.svelte';

/** Who is signed in: undefined before the server was asked, null when nobody is. */
let session = $state.raw<Session | null | undefined>(undefined);

export function currentSession(): Session | null | undefined {
  return session;
}

/** The session of a screen that is only shown to somebody signed in. */
export function signedIn(): Session {
  if (!session) throw new Error('this screen needs somebody signed in');
  return session;
}

/** The date at the house when the session was read. */
export function today(): string {
  return signedIn().now.slice(0, 10);
}

/** Asks the server who is signed in. */
export async function openSession(): Promise<void> {
  try {
    session = await readSession();
  } catch (error) {
    if (errorCode(error) !== 'unauthenticated' && errorCode(error) !== '401') throw error;
    session = null;
  }
  await keepOnlyFor(session?.account.id ?? null);
}

/** Takes up the session a sign-in gave and goes where the person wanted to go, or to the screen their role works on. */
export function startSession(started: Session): void {
  session = started;
  void keepOnlyFor(started.account.id);
  const wanted = currentAddress().searchParams.get('suite');
  navigate(wanted?.startsWith('/') && !wanted.startsWith('//') ? wanted : '/', { replace: true });
}

/** Where the application begins: at the first steps while the house of somebody who plans it is empty, else at the role's first screen. */
export async function startOf(session: Session): Promise<string> {
  const home = homeOf(session);
  if (!session.can.edit_rota) return home;
  try {
    const { professionals, children } = await house();
    return professionals.length === 0 || children.length === 0 ? '/bienvenue' : home;
  } catch {
    return home; // that screen reads the house again, and says why it cannot
  }
}

/** The first screen of a role. */
export function homeOf({ can }: Session): string {
  if (can.edit_rota || (can.read_team && !can.create_meeting)) return '/planning';
  if (can.create_meeting) return '/rencontres';
  return '/mon-planning';
}

export async function signOut(): Promise<void> {
  await forgetDevice(); // first: without network the session stays, but nothing of it on this device
  await endSession();
  forget();
  navigate('/connexion');
}

const forgetting: (() => void)[] = [forgetAhead, forgetHouse, dropCopy];

/** Registers what else of the house is to be forgotten when somebody leaves. */
export function whenForgotten(forgetMore: () => void): void {
  forgetting.push(forgetMore);
}

function forget(): void {
  session = null;
  forgetting.forEach((one) => one());
}

whenSignedOut(() => {
  const { pathname, search } = currentAddress();
  forget();
  if (pathname !== '/connexion') navigate(`/connexion?suite=${encodeURIComponent(pathname + search)}`, { replace: true });
});
