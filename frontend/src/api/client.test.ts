import { afterEach, describe, expect, it, vi } from 'vitest';
import { isOffline } from '$lib/connection.svelte';
import { whenSignedOut } from './client';
import { ApiError, NetworkError, describe as sentence, errorCode } from './errors';
import { createCalendar, listCalendars } from './operations';

/** The network is the only thing replaced: each answer is given once, in order. */
function network(...answers: (Response | Error)[]) {
  const asked: Request[] = [];
  vi.stubGlobal('fetch', async (request: Request | string) => {
    if (typeof request !== 'string') asked.push(request);
    const answer = answers.shift();
    if (!answer || answer instanceof Error) throw answer ?? new TypeError('no more answers');
    return answer;
  });
  return asked;
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' },
  });
const problem = (status: number, code: string) => json({ type: 'about:blank', title: '', status, code, fields: [], breaches: [] }, status);

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  whenSignedOut(() => undefined);
});

describe('operations', () => {
  it('give the data of an answer', async () => {
    const asked = network(json({ calendars: [] }));
    expect(await listCalendars()).toEqual({ calendars: [] });
    expect(new URL(asked[0]!.url).pathname).toBe('/api/calendars');
  });

  it('throw a refusal with its code and say it in a sentence', async () => {
    network(problem(409, 'stale'));
    const error: unknown = await listCalendars().catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ApiError);
    expect(errorCode(error)).toBe('stale');
    expect(sentence(error)).toContain('entre-temps');
  });

  it('survive an answer that is no problem+json', async () => {
    network(new Response('<html>bad gateway</html>', { status: 502 }));
    const error: unknown = await listCalendars().catch((caught: unknown) => caught);
    expect(errorCode(error)).toBe('502');
    expect(sentence(error)).toContain('serveur');
  });

  it('tell that nobody is signed in any more', async () => {
    const signedOut = vi.fn();
    whenSignedOut(signedOut);
    network(problem(403, 'forbidden'), problem(401, 'unauthenticated'));
    await listCalendars().catch(() => undefined);
    expect(signedOut).not.toHaveBeenCalled();
    await listCalendars().catch(() => undefined);
    expect(signedOut).toHaveBeenCalledTimes(1);
  });
});

describe('without network', () => {
  it('reading waits and asks again by itself', async () => {
    vi.useFakeTimers();
    network(new TypeError('offline'), new TypeError('still offline'), new Response('ok'), json({ calendars: [] }));
    const reading = listCalendars();
    await vi.advanceTimersByTimeAsync(500);
    expect(isOffline()).toBe(true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await reading).toEqual({ calendars: [] });
    expect(isOffline()).toBe(false);
  });

  it('a change fails at once and is never sent twice', async () => {
    vi.useFakeTimers();
    const asked = network(new TypeError('offline'), new Response('ok'));
    const error: unknown = await createCalendar('Téléphone', 'work').catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(NetworkError);
    expect(sentence(error)).toContain('Rien n’a été envoyé');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toHaveLength(1);
    expect(isOffline()).toBe(false);
  });
});
