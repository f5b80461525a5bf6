/** Whether the server answers. One loop asks again while it does not; everything that waits goes on as soon as it does. */
let offline = $state(false);
let waiting: Promise<void> | null = null;

const longestPause = 8000;

export function isOffline(): boolean {
  return offline;
}

/** Called when a request found no server. Resolves once the server answers again. */
export function untilBack(): Promise<void> {
  offline = true;
  waiting ??= askAgain().finally(() => {
    waiting = null;
    offline = false;
  });
  return waiting;
}

async function askAgain(): Promise<void> {
  for (let pause = 1000; ; pause = Math.min(pause * 2, longestPause)) {
    await pauseOrNetwork(pause);
    try {
      const answer = await fetch('/healthz', { cache: 'no-store' });
      if (answer.ok) return;
    } catch {
      // Still no network: the next round asks again.
    }
  }
}

/** Waits, but no longer than until the browser says that the network is back. */
function pauseOrNetwork(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      window.removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    window.addEventListener('online', done);
  });
}
