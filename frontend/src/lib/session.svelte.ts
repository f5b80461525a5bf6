import { readSession, signOut as endSession } from '$api/operations';
import { forgetAhead } from '$api/ahead';
import { whenSignedOut } from '$api/client';
import { errorCode } from '$api/errors';
import type { Session } from '$api/wire';
import { currentAddress, navigate } from './router.svelte';
import { forgetHouse } from './house';

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

/** Asks the server who is signed in. */
export async function openSession(): Promise<void> {
  try {
    session = await readSession();
  } catch (error) {
    if (errorCode(error) !== 'unauthenticated' && errorCode(error) !== '401') throw error;
    session = null;
  }
}

/** Takes up the session a sign-in gave and goes where the person wanted to go, or to the screen their role works on. */
export function startSession(started: Session): void {
  session = started;
  const wanted = currentAddress().searchParams.get('suite');
  navigate(wanted?.startsWith('/') && !wanted.startsWith('//') ? wanted : homeOf(started), { replace: true });
}

/** The first screen of a role. */
export function homeOf({ can }: Session): string {
  if (can.edit_rota || (can.read_team && !can.create_meeting)) return '/planning';
  if (can.create_meeting) return '/rencontres';
  return '/mon-planning';
}

export async function signOut(): Promise<void> {
  await endSession();
  forget();
  navigate('/connexion');
}

function forget(): void {
  session = null;
  forgetAhead();
  forgetHouse();
}

whenSignedOut(() => {
  const { pathname, search } = currentAddress();
  forget();
  if (pathname !== '/connexion') navigate(`/connexion?suite=${encodeURIComponent(pathname + search)}`, { replace: true });
});
