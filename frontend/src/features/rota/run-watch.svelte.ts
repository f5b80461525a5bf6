import { readRun, runEventsAddress, stopRun } from '$api/operations';
import { describe } from '$api/errors';
import type { Id, Run } from '$api/wire';
import { rota as texts } from '$lib/i18n/rota';

const POLL_EVERY = 1000;
const ended = (run: Run) => run.state === 'done' || run.state === 'failed' || run.state === 'stale';

/** Follows one proposal while it is computed: by the server's events, or by asking again where those do not pass. */
export class RunWatch {
  run = $state.raw<Run | null>(null);
  /** When the last improvement was heard of, in milliseconds of the run. */
  readonly lastImproved = $derived(this.run?.curve.at(-1)?.[0] ?? 0);
  stopping = $state(false);
  failure = $state<string | null>(null);
  #source: EventSource | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #done: (result: Id, text: string) => void;

  constructor(done: (result: Id, text: string) => void) {
    this.#done = done;
  }

  watch(run: Run): void {
    this.stop();
    this.failure = null;
    this.stopping = false;
    this.#take(run);
    if (this.run === null || ended(run)) return;
    this.#source = new EventSource(runEventsAddress(run.id));
    this.#source.addEventListener('run', (event: MessageEvent<string>) => this.#take(JSON.parse(event.data) as Run));
    this.#source.addEventListener('error', () => {
      this.#source?.close();
      this.#source = null;
      void this.#poll(run.id);
    });
  }

  /** Asks for an early end; the best found so far is kept. */
  async askStop(): Promise<void> {
    if (!this.run || this.stopping) return;
    this.stopping = true;
    try {
      this.#take(await stopRun(this.run.id));
    } catch (error) {
      this.stopping = false;
      this.failure = describe(error);
    }
  }

  /** Stops following; the run goes on by itself. */
  stop(): void {
    this.#source?.close();
    this.#source = null;
    clearTimeout(this.#timer);
  }

  /** Puts the message about a failed run away. */
  dismiss(): void {
    this.stop();
    this.run = null;
    this.failure = null;
  }

  async #poll(id: Id): Promise<void> {
    try {
      this.#take(await readRun(id));
    } catch (error) {
      this.failure = describe(error);
      return;
    }
    if (this.run && !ended(this.run)) this.#timer = setTimeout(() => void this.#poll(id), POLL_EVERY);
  }

  #take(run: Run): void {
    this.run = run;
    if (!ended(run)) return;
    this.stop();
    const words = texts().propose;
    if (run.state === 'done' && run.result !== null) {
      this.run = null;
      this.#done(run.result, words.done(words.newDraft, run.planned, run.wanted));
    } else this.failure = run.state === 'stale' ? words.stale : words.failed;
  }
}
