/** Runs something once what was drawn last is on the screen, so that it does not keep the reader waiting. Returns how to call it off. */
export function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  // A frame's callbacks come before it is painted: those of the next one come when the first is on the screen. In a task of its own, it does not
  // keep that next frame waiting either, nor what the reader did meanwhile.
  let frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(() => (timer = setTimeout(run)));
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
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
