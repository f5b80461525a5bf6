/** Answers asked for while the script of the screen that reads them is still on its way. Each is given to one reader. */
const early = new Map<string, Early>();

interface Early {
  asked: number;
  answer: Promise<Response | null>;
}

/** A screen reads what was asked for it within moments; what nobody has read by then is no longer the newest. */
const FRESH_MILLISECONDS = 10_000;

/** Asks the server for what a screen is going to read, such as /api/house. A failure is the reader's, who asks again. */
export function askAhead(paths: readonly string[]): void {
  for (const path of paths) {
    const href = hrefOf(path);
    const answer = fetch(href, { headers: { Accept: 'application/json' } });
    early.set(href, {
      asked: performance.now(),
      answer: answer.then((response) => (response.ok ? response : null)).catch(() => null),
    });
  }
}

/** The answer asked for ahead, once; null where there is none, it failed or it is no longer fresh. */
export async function takeAhead(href: string): Promise<Response | null> {
  const found = early.get(href);
  early.delete(href);
  return found && performance.now() - found.asked < FRESH_MILLISECONDS ? found.answer : null;
}

/** Drops what nobody has read, when somebody else signs in. */
export function forgetAhead(): void {
  early.clear();
}

function hrefOf(path: string): string {
  return new URL(path, window.location.origin).href;
}
