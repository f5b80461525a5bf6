import { isoNow, minutesSince } from './datetime';

/** From how many minutes before its end on somebody is told that the session ends (WCAG 2.2.1). */
export const WARNED = 15;
/** The server notes the use of a session every five minutes: it may end that much before what this page knows. */
const NOTED_EVERY = 5;
const MINUTE = 60_000;

let usedAt: string | null = null;
let unused = $state(0);

/** The server answered: the session lasts as long again. */
export function used(): void {
  usedAt = isoNow();
  unused = 0;
}

/** The minutes that are left for certain of a session that ends after so many without use; null while that is not soon. */
export function endsIn(lasts: number): number | null {
  const left = lasts - NOTED_EVERY - unused;
  return left <= WARNED ? Math.max(left, 0) : null;
}

/** Looks at the clock every minute until what is returned is called. */
export function watchUse(): () => void {
  const timer = setInterval(() => {
    if (usedAt !== null) unused = Math.floor(minutesSince(usedAt));
  }, MINUTE);
  return () => clearInterval(timer);
}
