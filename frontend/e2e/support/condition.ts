import { expect } from 'vitest';

/** Waits until something becomes true of the page; what it last was stands in the failure. */
export function eventually<Value>(read: () => Promise<Value> | Value) {
  return expect.poll(read, { timeout: 20_000, interval: 50 });
}
