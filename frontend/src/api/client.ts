import createClient from 'openapi-fetch';
import { untilBack } from '$lib/connection.svelte';
import { afterNetwork, keptAnswer } from '$lib/kept.svelte';
import { used } from '$lib/session-use.svelte';
import { takeAhead } from './ahead';
import { ApiError, NetworkError, isAborted } from './errors';
import type { paths } from './types.gen';
import type { Problem } from './wire';

let onSignedOut: () => void = () => undefined;

/** Says what happens when the server no longer knows who is asking. */
export function whenSignedOut(handler: () => void): void {
  onSignedOut = handler;
}

/** The server's operations, typed by its own description. Answers are read with answerOf(). */
export const client = createClient<paths>({
  baseUrl: `${window.location.origin}/api`,
  fetch: send,
  headers: { Accept: 'application/json' },
});

/**
 * Reading waits for the network and asks again by itself, or is answered from what the reader keeps on this device; a change is never sent twice: it fails with NetworkError and the reader decides.
 */
async function send(request: Request): Promise<Response> {
  const early = request.method === 'GET' ? await takeAhead(request.url) : null;
  if (early) return early;
  for (;;) {
    try {
      // Only what may be asked again is kept.
      const answer = await fetch(request.method === 'GET' ? request.clone() : request);
      used();
      return answer;
    } catch (error) {
      if (isAborted(error)) throw error;
      const back = untilBack();
      if (request.method !== 'GET') throw new NetworkError(error);
      const kept = keptAnswer(new URL(request.url).pathname);
      if (kept) {
        void back.then(afterNetwork);
        return kept;
      }
      await back;
      request.signal.throwIfAborted();
    }
  }
}

/** The data of an answer; a refusal is thrown as ApiError. */
export async function answerOf<Data>(exchange: Promise<{ data?: Data; error?: unknown; response: Response }>): Promise<Data> {
  const { data, error, response } = await exchange;
  if (response.ok) return data as Data;
  const problem = problemOf(error, response.status);
  if (response.status === 401) onSignedOut();
  throw new ApiError(problem);
}

function problemOf(error: unknown, status: number): Problem {
  const told = typeof error === 'object' && error !== null ? (error as Partial<Problem>) : {};
  return { type: 'about:blank', title: '', code: String(status), fields: [], breaches: [], ...told, status };
}
