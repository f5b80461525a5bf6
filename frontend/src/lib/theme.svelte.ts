import { remember, remembered } from './preferences';

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const system = window.matchMedia('(prefers-color-scheme: dark)');
let chosen = $state<Theme>(themes.find((theme) => theme === remembered('theme')) ?? 'auto');

/** The reader's choice; "auto" follows the system. public/theme.js applies the same choice before the first paint. */
export function theme(): Theme {
  return chosen;
}

export function setTheme(next: Theme): void {
  chosen = next;
  remember('theme', next);
  apply();
}

function apply(): void {
  const dark = chosen === 'dark' || (chosen === 'auto' && system.matches);
  document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
}

system.addEventListener('change', apply);
