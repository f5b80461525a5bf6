import { untilBack } from '$lib/connection.svelte';
import { ApiError, NetworkError, isAborted } from './errors';
import type { Problem } from './wire';

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE';

interface Request {
  body?: unknown;
  signal?: AbortSignal | undefined;
}

let onSignedOut: () => void = () => undefined;

/** Says what happens when the server no longer knows who is asking. */
export function whenSignedOut(handler: () => void): void {
  onSignedOut = handler;
}

/**
 * One exchange with the server. Reading waits for the network and asks again by itself; a change is never sent twice: it fails with
 * NetworkError and the reader decides. Refusals come as ApiError.
 */
export async function call<Answer>(method: Method, path: string, { body, signal }: Request = {}): Promise<Answer> {
  for (;;) {
    try {
      return await exchange<Answer>(method, path, body, signal);
    } catch (error) {
      if (!(error instanceof NetworkError) || method !== 'GET') throw error;
      await untilBack();
      signal?.throwIfAborted();
    }
  }
}

async function exchange<Answer>(method: Method, path: string, body: unknown, signal: AbortSignal | undefined): Promise<Answer> {
  const answer = await send(method, path, body, signal);
  if (answer.ok) return (answer.status === 204 ? undefined : await answer.json()) as Answer;
  const problem = await readProblem(answer);
  if (problem.status === 401 && path !== '/api/session') onSignedOut();
  throw new ApiError(problem);
}

async function send(method: Method, path: string, body: unknown, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch(path, {
      method,
      headers: { Accept: 'application/json', ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body),
      signal: signal ?? null,
    });
  } catch (error) {
    if (isAborted(error)) throw error;
    if (method !== 'GET') void untilBack();
    throw new NetworkError(error);
  }
}

async function readProblem(answer: Response): Promise<Problem> {
  try {
    const problem = (await answer.json()) as Partial<Problem>;
    return { ...problem, status: answer.status, code: problem.code ?? String(answer.status) };
  } catch {
    return { status: answer.status, code: String(answer.status) };
  }
}
