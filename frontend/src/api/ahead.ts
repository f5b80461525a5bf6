/** Answers asked for while the script of the screen that reads them is still on its way. Each is given to one reader. */
const early = new Map<string, Promise<Response | null>>();

/** Asks the server for what a screen is going to read, such as /api/house. A failure is the reader's, who asks again. */
export function askAhead(paths: readonly string[]): void {
  for (const path of paths) {
    const { href } = new URL(path, window.location.origin);
    const answer = fetch(href, { headers: { Accept: 'application/json' } });
    early.set(
      href,
      answer.then((response) => (response.ok ? response : null)).catch(() => null),
    );
  }
}

/** The answer asked for ahead, once; null where there is none or it failed. */
export async function takeAhead(href: string): Promise<Response | null> {
  const answer = early.get(href);
  early.delete(href);
  return answer ?? null;
}

/** Drops what nobody has read, when somebody else signs in. */
export function forgetAhead(): void {
  early.clear();
}
