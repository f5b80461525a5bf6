import { describe } from '$api/errors';
import { checkMove } from '$api/operations';
import type { Breach, Operation } from '$api/wire';
import type { Desk, Outcome } from '../desk.svelte';

/** How long a form rests before it is asked about, in milliseconds. */
const CHECK_AFTER = 250;

/** What a form that changes one session knows about its change: whether it is possible, before it is asked for, and what came of asking. */
export class Checking {
  /** What the server says of the change as the form has it now; undefined while that is not known. */
  checked = $state.raw<{ breaches: readonly Breach[]; travel: number }>();
  refused = $state.raw<readonly Breach[]>([]);
  /** Whether what was refused may be kept in the draft as a conflict. */
  mayKeep = $state(false);
  failure = $state<string | null>(null);
  busy = $state(false);
  readonly objections = $derived(this.refused.length > 0 ? this.refused : (this.checked?.breaches ?? []));
  readonly #desk: () => Desk;

  /** Made with the form: asks anew whenever `operation` answers another change, and nothing where it answers null. */
  constructor(desk: () => Desk, operation: () => Operation | null) {
    this.#desk = desk;
    // By value: while a change is on its way the rota is drawn anew and with it the operation, though nobody changed the form.
    const id = $derived(desk().rota?.summary.id);
    const written = $derived(JSON.stringify(operation()));
    $effect(() => {
      const asked = JSON.parse(written) as Operation | null;
      const rota = id;
      this.checked = undefined;
      this.refused = [];
      this.mayKeep = false;
      if (asked === null || rota === undefined) return;
      const reading = new AbortController();
      const timer = setTimeout(() => {
        checkMove(rota, asked, reading.signal)
          .then(({ breaches, travel }) => (this.checked = { breaches, travel: Math.max(0, ...travel.map((leg) => leg.minutes)) }))
          // Without this answer the form still works: the server refuses what breaks a rule.
          .catch(() => undefined);
      }, CHECK_AFTER);
      return () => {
        clearTimeout(timer);
        reading.abort();
      };
    });
  }

  /** Asks for the change, with the conflicts it makes where `keep`. Null while another asking runs. */
  async send(operations: Operation[], keep: boolean): Promise<Outcome | null> {
    if (this.busy) return null;
    this.busy = true;
    this.failure = null;
    const outcome = await this.#desk().apply(operations, keep ? { reason: '' } : null);
    this.busy = false;
    if (outcome.kind === 'refused') [this.refused, this.mayKeep] = [outcome.breaches, outcome.mayKeep];
    else if (outcome.kind === 'failed') this.failure = describe(outcome.error);
    return outcome;
  }
}
