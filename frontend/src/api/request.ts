import type { Id } from './wire';

/** The id in the address of an operation. */
export const id = (value: Id) => ({ path: { id: value } });

/** A request that is given up when the signal says so. */
export const stopping = (signal: AbortSignal | undefined) => ({ signal: signal ?? null });
