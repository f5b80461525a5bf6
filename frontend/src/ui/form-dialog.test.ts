import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import FormDialog from './FormDialog.svelte';

const children = createRawSnippet(() => ({ render: () => '<p>Un champ</p>' }));
const form = { title: 'Fermer', action: 'Enregistrer', checked: false, onclose: () => undefined, children };
const press = () => userEvent.click(screen.getByRole('button', { name: 'Enregistrer' }));

describe('FormDialog', () => {
  it('sends nothing that cannot be sent', async () => {
    const send = vi.fn(async () => undefined);
    const { rerender } = render(FormDialog, { ...form, valid: false, send });
    await press();
    expect(send).not.toHaveBeenCalled();
    await rerender({ valid: true });
    await press();
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('says why it failed, and may be tried again', async () => {
    const send = vi.fn(() => Promise.reject(new Error('panne')));
    render(FormDialog, { ...form, valid: true, send, say: () => 'Cela n’a pas abouti.' });
    await press();
    expect(await screen.findByText('Cela n’a pas abouti.')).toBeTruthy();
    await press();
    expect(send).toHaveBeenCalledTimes(2);
  });
});
