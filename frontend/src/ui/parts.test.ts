import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { setLanguage } from '$lib/i18n/language.svelte';
import Button from './Button.svelte';
import Code from './Code.svelte';
import Combobox from './Combobox.svelte';
import Dialog from './Dialog.svelte';
import RadioCards from './RadioCards.svelte';
import Segmented from './Segmented.svelte';
import Select from './Select.svelte';
import TextField from './TextField.svelte';
import { violations } from './testing/axe';

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));

afterEach(() => setLanguage('fr'));

describe('Button', () => {
  it('takes no second press while something is being done', async () => {
    const pressed = vi.fn();
    const { rerender } = render(Button, { children: words('Publier'), onclick: pressed });
    await userEvent.click(screen.getByRole('button', { name: 'Publier' }));
    await rerender({ busy: true });
    await userEvent.click(screen.getByRole('button'));
    expect(pressed).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('button').getAttribute('aria-disabled')).toBe('true');
  });

  it('is a link where it has an address', () => {
    render(Button, { children: words('Voir'), href: '/planning' });
    expect(screen.getByRole('link', { name: 'Voir' }).getAttribute('href')).toBe('/planning');
  });
});

describe('fields', () => {
  it('tie label, hint and error to the control', async () => {
    render(TextField, { label: 'Durée', hint: 'En minutes.', error: 'Écrivez un nombre.', value: '' });
    const field = screen.getByLabelText('Durée');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const described = field.getAttribute('aria-describedby')!.split(' ');
    expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual(['En minutes.', 'Écrivez un nombre.']);
    expect(await violations()).toEqual([]);
  });

  it('choose by keyboard', async () => {
    render(Select, {
      label: 'Lieu',
      value: 'a',
      options: [
        { value: 'a', label: 'Les Peupliers' },
        { value: 'b', label: 'Bellerive' },
      ],
    });
    await userEvent.selectOptions(screen.getByLabelText('Lieu'), 'b');
    expect((screen.getByLabelText('Lieu') as HTMLSelectElement).value).toBe('b');
    expect(await violations()).toEqual([]);
  });

  it('say which of a few choices is taken', async () => {
    render(Segmented, {
      label: 'Affichage',
      value: 'a',
      options: [
        { value: 'a', label: 'Horaire' },
        { value: 'b', label: 'Cartes' },
      ],
    });
    await userEvent.click(screen.getByRole('button', { name: 'Cartes' }));
    expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-pressed'))).toEqual(['false', 'true']);
    expect(await violations()).toEqual([]);
  });

  it('explain each choice of a group', async () => {
    render(RadioCards, {
      label: 'Détail',
      value: 'a',
      options: [
        { value: 'a', title: 'Occupé', hint: 'Les heures.' },
        { value: 'b', title: 'Complet', hint: 'Tout.' },
      ],
    });
    await userEvent.click(screen.getByRole('radio', { name: /Complet/ }));
    expect(screen.getByRole('radio', { name: /Complet/ })).toHaveProperty('checked', true);
    expect(await violations()).toEqual([]);
  });
});

describe('Code', () => {
  it('writes a meeting in the language of the page and says the modality in words', async () => {
    const { unmount } = render(Code, { modality: 'RE' });
    expect(document.body.textContent).toContain('RÉ');
    unmount();
    render(Code, { modality: 'MO', name: 'Milieu ordinaire' });
    expect(document.querySelector('.code')?.textContent).toBe('MO, Milieu ordinaire');
  });
});

describe('Dialog', () => {
  it('has a name and a description, closes on Escape and gives the focus back', async () => {
    const opener = document.createElement('button');
    opener.textContent = 'Révoquer…';
    document.body.append(opener);
    opener.focus();
    const onclose = vi.fn();
    const { unmount } = render(Dialog, { title: 'Révoquer', lead: 'Tout de suite.', onclose, children: words('Texte') });
    const dialog = screen.getByRole('dialog', { name: 'Révoquer' });
    expect(document.getElementById(dialog.getAttribute('aria-describedby')!)?.textContent).toBe('Tout de suite.');
    expect(await violations()).toEqual([]);
    dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    expect(onclose).toHaveBeenCalledTimes(1);
    await userEvent.click(screen.getByRole('button', { name: 'Fermer' }));
    expect(onclose).toHaveBeenCalledTimes(2);
    unmount();
    expect(document.activeElement).toBe(opener);
    opener.remove();
  });

  it('speaks English too', async () => {
    await setLanguage('en');
    render(Dialog, { title: 'Revoke', onclose: () => undefined, children: words('Text') });
    expect(screen.getByRole('button', { name: 'Close' })).toBeTruthy();
  });
});

describe('Combobox', () => {
  it('finds by accentless beginnings, takes the choice by keyboard and is ready for another', async () => {
    const chosen = vi.fn();
    const options = [
      { value: 'mg', label: 'Maëlle Guéguen', detail: 'orthophoniste' },
      { value: 'ne', label: 'Nora Elbaz', detail: 'éducatrice' },
    ];
    render(Combobox, { label: 'De notre maison', options, onselect: chosen });
    const field = screen.getByRole('combobox', { name: 'De notre maison' });
    await userEvent.type(field, 'gueg');
    expect(screen.getAllByRole('option').map((option) => option.textContent?.trim().split(/\s{2,}/)[0])).toHaveLength(1);
    await userEvent.keyboard('{Enter}');
    expect(chosen).toHaveBeenCalledExactlyOnceWith('mg');
    expect(screen.getByRole('combobox', { name: 'De notre maison' })).toHaveProperty('value', '');
  });
});
