// Runs before the first paint: a reader who chose a theme, or whose system is dark, never sees a flash of the other one.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem('maillage.theme');
  } catch {
    // Storage may be forbidden; the system's preference is then followed.
  }
  const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
