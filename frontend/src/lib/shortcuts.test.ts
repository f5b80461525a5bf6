import { afterEach, describe, expect, it } from 'vitest';
import { isSilenced, setShortcuts } from './shortcuts.svelte';

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

describe('keys pressed alone', () => {
  afterEach(() => setShortcuts('on'));

  it('do something until they are switched off', () => {
    for (const key of ['/', 'l', '?', '+']) expect(isSilenced(press(key))).toBe(false);
    setShortcuts('off');
    for (const key of ['/', 'l', '?', '+']) expect(isSilenced(press(key))).toBe(true);
  });

  it('leave out what no letter is, and what is pressed with another key', () => {
    setShortcuts('off');
    for (const key of [' ', 'Enter', 'Escape', 'ArrowDown', 'Delete']) expect(isSilenced(press(key))).toBe(false);
    expect(isSilenced(press('z', { ctrlKey: true }))).toBe(false);
    expect(isSilenced(press('z', { metaKey: true }))).toBe(false);
  });
});
