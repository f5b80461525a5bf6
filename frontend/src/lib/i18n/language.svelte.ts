import { remember, remembered } from '../preferences';

export const languages = ['fr', 'en'] as const;
export type Language = (typeof languages)[number];

let current = $state<Language>('fr');
const waiting: (() => Promise<void>)[] = [];

/** The language the page is written in. Reading it in a component makes the component follow a change. */
export function language(): Language {
  return current;
}

/** Registers what has to be loaded before English can be shown; French is always there. */
export function beforeEnglish(load: () => Promise<void>): void {
  waiting.push(load);
}

/** Resolves when every text imported so far is there in the current language. A screen is shown only after that. */
export async function textsReady(): Promise<void> {
  if (current === 'en') await loadEnglish();
}

/** Writes the page in another language and remembers it on this device. */
export async function setLanguage(next: Language): Promise<void> {
  if (next === 'en') await loadEnglish();
  current = next;
  document.documentElement.lang = next;
  remember('language', next);
}

/** Takes up the language remembered on this device; French where none is. */
export async function restoreLanguage(): Promise<void> {
  const chosen = languages.find((candidate) => candidate === remembered('language'));
  if (chosen && chosen !== current) await setLanguage(chosen);
}

async function loadEnglish(): Promise<void> {
  await Promise.all(waiting.map((load) => load()));
}
