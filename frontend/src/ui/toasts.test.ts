import { render } from '@testing-library/svelte';
import { afterEach, describe, expect, it } from 'vitest';
import { NetworkError } from '$api/errors';
import { complain, dismiss, inform, say, toasts } from '$lib/toasts.svelte';
import Toasts from './Toasts.svelte';

describe('Toasts', () => {
  afterEach(() =>
    toasts()
      .map(({ id }) => id)
      .forEach(dismiss),
  );

  it('wears its tick only for what was done', () => {
    say('Enregistré.');
    complain(new NetworkError(undefined));
    inform('Un autre a publié.');
    say('Annulé.');
    render(Toasts);
    const [failed, told, done] = [...document.querySelectorAll('.toast svg')].map((icon) => icon.innerHTML);
    expect(new Set([failed, told, done]).size).toBe(3);
    expect(toasts().map(({ kind }) => kind)).toEqual(['failed', 'told', 'done']);
    expect(document.querySelector('.toast')?.textContent).toContain('Pas de réseau');
  });

  it('lets what is said about a thing take the place of what was said before, with what that offered', () => {
    const undo = { label: 'Annuler', run: () => undefined };
    say('Déplacé.', undo, { about: 'rota' });
    say('Archivé.', undo);
    say('Retiré.', undo, { about: 'rota', said: true });
    render(Toasts);
    expect([...document.querySelectorAll('.toast')].map((one) => one.getAttribute('aria-live'))).toEqual([null, 'off']);
    expect(toasts().map(({ text }) => text)).toEqual(['Archivé.', 'Retiré.']);
  });
});
