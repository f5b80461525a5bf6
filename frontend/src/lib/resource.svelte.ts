import { isAborted } from '$api/errors';

/**
 * Something a screen reads from the server. While a newer reading runs the last value stays, so that nothing flickers;
 * a reading that was overtaken is given up and never shown.
 */
export class Resource<Value> {
  value = $state.raw<Value>();
  error = $state.raw<unknown>();
  loading = $state(false);
  #running: AbortController | null = null;

  async read(load: (signal: AbortSignal) => Promise<Value>): Promise<void> {
    this.stop();
    const running = new AbortController();
    this.#running = running;
    this.loading = true;
    try {
      const value = await load(running.signal);
      if (this.#running !== running) return;
      this.value = value;
      this.error = undefined;
    } catch (error) {
      if (this.#running !== running || isAborted(error)) return;
      this.error = error;
    }
    this.loading = false;
  }

  /** Gives up what is being read; for a screen that goes away. */
  stop(): void {
    this.#running?.abort();
    this.#running = null;
    this.loading = false;
  }
}
