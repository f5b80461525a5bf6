import { remember, remembered } from './preferences';

/** Whether keys pressed alone do something (WCAG 2.1.4): who dictates, or touches keys unawares, does without. */
export const shortcutChoices = ['on', 'off'] as const;
type Choice = (typeof shortcutChoices)[number];

let chosen = $state<Choice>(remembered('shortcuts') === 'off' ? 'off' : 'on');

/** The reader's choice on this device. */
export function shortcuts(): Choice {
  return chosen;
}

export function setShortcuts(next: Choice): void {
  chosen = next;
  remember('shortcuts', next);
}

/** Whether a key stands for nothing because it is one letter or sign alone and the reader does without. */
export function isSilenced({ key, ctrlKey, metaKey, altKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): boolean {
  return chosen === 'off' && key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey;
}
