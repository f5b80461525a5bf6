// Runs in the page before anything of its own: when the first sessions are on the screen (ours or the peer's), what each step of a drag costs, how long a drop and
// another plan take until they are painted, and how far apart the frames are.
(() => {
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
  const measured = (window.measured = { drops: [], drags: [], frames: [] });
  const observer = new MutationObserver(async () => {
    if (!document.querySelector('.b, .ec-event')) return;
    observer.disconnect();
    measured.paint = await painted();
    window.sessionsPainted('');
  });
  observer.observe(document, { childList: true, subtree: true });
  let pressed = false;
  window.addEventListener('pointerdown', () => (pressed = true));
  window.addEventListener('pointerup', async () => {
    pressed = false;
    const from = performance.now();
    measured.drops.push((await painted()) - from);
  });
  // What a step of the pointer costs until the page is laid out again, without the wait for the next frame.
  window.addEventListener(
    'pointermove',
    () => {
      if (!pressed) return;
      const from = performance.now();
      setTimeout(() => {
        void document.body.offsetHeight;
        measured.drags.push(performance.now() - from);
      });
    },
    { capture: true },
  );
  // Another plan begins when its answer is there: what the server takes is measured with the server.
  const fetched = window.fetch;
  window.fetch = async (...asked) => {
    const answer = await fetched(...asked);
    const url = asked[0] instanceof Request ? asked[0].url : String(asked[0]);
    if (url.endsWith('/undo')) {
      const from = performance.now();
      const observer = new MutationObserver(async () => {
        observer.disconnect();
        measured.swap = (await painted()) - from;
      });
      observer.observe(document.querySelector('.lines'), { childList: true, subtree: true, attributes: true });
    }
    return answer;
  };
  let last = 0;
  const tick = (at) => {
    if (last > 0) measured.frames.push(at - last);
    last = at;
    requestAnimationFrame(tick);
  };
  requestAnimationFrame(tick);
})();
