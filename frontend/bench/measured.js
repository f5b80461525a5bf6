// Runs in the page before anything of its own: when the first sessions are on the screen, and how long a drop takes until it is painted.
(() => {
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))));
  const measured = (window.measured = { drops: [] });
  const observer = new MutationObserver(async () => {
    if (!document.querySelector('.b')) return;
    observer.disconnect();
    measured.paint = await painted();
  });
  observer.observe(document, { childList: true, subtree: true });
  window.addEventListener('pointerup', async () => {
    const from = performance.now();
    measured.drops.push((await painted()) - from);
  });
})();
