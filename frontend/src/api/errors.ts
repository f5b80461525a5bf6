import { common } from '$lib/i18n/common';
import type { Problem } from './wire';

/** The server refused or failed: `problem` says why in machine words, describe() in the reader's. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.status} ${problem.code}`);
    this.name = 'ApiError';
  }
}

/** No answer came at all. */
export class NetworkError extends Error {
  constructor(cause: unknown) {
    super('no answer from the server', { cause });
    this.name = 'NetworkError';
  }
}

/** Whether a request was given up by the screen that made it: nothing to say then. */
export function isAborted(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** The code of the server's answer, or null when there was none. */
export function errorCode(error: unknown): string | null {
  return error instanceof ApiError ? error.problem.code : null;
}

/** One sentence for the reader: what is wrong, then what to do. */
export function describe(error: unknown): string {
  const texts = common().errors;
  if (error instanceof NetworkError) return texts.network;
  if (!(error instanceof ApiError)) return texts.unknown;
  const { code, key, status } = error.problem;
  if (key && key in texts.keys) return texts.keys[key as keyof typeof texts.keys];
  if (code in texts.codes) return texts.codes[code as keyof typeof texts.codes];
  return status >= 500 ? texts.server : texts.unknown;
}
