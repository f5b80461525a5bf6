/** Runs something once what was drawn last is on the screen, so that it does not keep the reader waiting. Returns how to call it off. */
export function afterPaint(run: () => void): () => void {
  // A frame's callbacks come before it is painted: those of the next one come when the first is on the screen.
  let frame = requestAnimationFrame(() => (frame = requestAnimationFrame(run)));
  return () => cancelAnimationFrame(frame);
}

/** Resolves once what was drawn last is on the screen; at once in a page that is not shown, or no longer, which paints nothing. */
export function painted(): Promise<void> {
  if (document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      document.removeEventListener('visibilitychange', done);
      resolve();
    };
    document.addEventListener('visibilitychange', done);
    afterPaint(done);
  });
}
