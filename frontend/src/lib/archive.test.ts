import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError } from '$api/errors';
import { archiveWithUndo } from './archive';
import { dismiss, toasts } from './toasts.svelte';

const stale = new ApiError({ type: 'about:blank', title: '', status: 409, code: 'stale', fields: [], breaches: [] });

function archiving(changes: Partial<Parameters<typeof archiveWithUndo>[0]> = {}) {
  const archive = vi.fn(async () => ({ version: 7 }));
  return {
    archive,
    restore: vi.fn(async () => undefined),
    reload: vi.fn(async () => undefined),
    removed: 'Partie.',
    restored: 'Revenue.',
    ...changes,
  };
}

afterEach(() => {
  for (const { id } of [...toasts()]) dismiss(id);
});

describe('archiveWithUndo', () => {
  it('says that it is gone, and brings back the version it left', async () => {
    const record = archiving();
    await archiveWithUndo(record);
    expect(toasts().map((toast) => toast.text)).toEqual(['Partie.']);
    toasts()[0]?.action?.run();
    await vi.waitFor(() => expect(record.reload).toHaveBeenCalledTimes(2));
    expect(record.restore).toHaveBeenCalledExactlyOnceWith(7);
    expect(toasts().map((toast) => toast.text)).toEqual(['Partie.', 'Revenue.']);
  });

  it('says a refusal, and shows how things stand', async () => {
    const record = archiving({ archive: () => Promise.reject(stale) });
    await archiveWithUndo(record);
    expect(record.reload).toHaveBeenCalledTimes(1);
    expect(toasts()).toHaveLength(1);
    expect(toasts()[0]?.action).toBeUndefined();
  });
});
