import { compareRotas, takeDifferences, type Comparison, type LeftBehind } from '$api/comparison';
import { describe, errorCode, isAborted } from '$api/errors';
import { readRota, readWeek, undoRota } from '$api/operations';
import type { Id, Reference, Rota, RotaSummary, Week } from '$api/wire';
import { house as readHouse, type KnownHouse } from '$lib/house';
import { compare as texts } from '$lib/i18n/compare';
import { say } from '$lib/toasts.svelte';

/** Two rotas of a week beside each other. What is taken goes into the first of them, one step to undo each time. */
export class Comparing {
  week = $state.raw<Week>();
  house = $state.raw<KnownHouse>();
  /** The first rota, whole. */
  base = $state.raw<Rota>();
  comparison = $state.raw<Comparison>();
  /** What could not be taken last. */
  left = $state.raw<readonly LeftBehind[]>([]);
  error = $state.raw<unknown>();
  busy = $state(false);
  #reading: AbortController | null = null;

  /** Every rota of the week that can be chosen, what is published first, then the newest drafts. */
  readonly choices = $derived<RotaSummary[]>(this.#choices());
  readonly editable = $derived(this.base?.can.edit === true);

  /** Reads the week and compares two of its rotas: those asked for, else the newest draft with what is published or with the draft before. */
  async open(name: string, base: Id | null, other: Id | null): Promise<void> {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    this.error = undefined;
    this.left = [];
    try {
      const [week, house] = await Promise.all([readWeek(name, reading.signal), readHouse()]);
      const [first, second] = chosenPair(week, base, other);
      const [rota, comparison] = await Promise.all([
        first === null ? undefined : readRota(first, reading.signal),
        first === null || second === null ? undefined : compareRotas(first, second, reading.signal),
      ]);
      if (this.#reading !== reading) return;
      [this.week, this.house, this.base, this.comparison] = [week, house, rota, comparison];
    } catch (error) {
      if (this.#reading === reading && !isAborted(error)) this.error = error;
    }
  }

  close(): void {
    this.#reading?.abort();
    this.#reading = null;
  }

  /** Takes differences over; what cannot stand is left and named. */
  async take(refs: readonly Reference[]): Promise<void> {
    const from = this.comparison?.other.summary.id;
    await this.#change(async (base) => {
      const answer = await takeDifferences(base.summary.id, base.summary.revision, from ?? '', refs);
      this.base = answer.rota;
      this.left = answer.left;
      if (answer.taken > 0) say(texts().taken(answer.taken), { label: texts().undo, run: () => void this.undo() });
    });
  }

  /** Takes the last step of the first rota back. */
  async undo(): Promise<void> {
    await this.#change(async (base) => {
      this.base = await undoRota(base.summary.id, base.summary.revision, false);
      this.left = [];
      say(texts().undone);
    });
  }

  async #change(change: (base: Rota) => Promise<void>): Promise<void> {
    const base = this.base;
    const other = this.comparison?.other.summary.id;
    if (!base || other === undefined || this.busy) return;
    this.busy = true;
    try {
      await change(base);
    } catch (error) {
      say(errorCode(error) === 'stale' ? texts().stale : describe(error));
      this.base = await readRota(base.summary.id).catch(() => this.base);
    }
    try {
      this.comparison = await compareRotas(base.summary.id, other);
    } catch (error) {
      this.error = error;
    }
    this.busy = false;
  }

  #choices(): RotaSummary[] {
    const week = this.week;
    if (!week) return [];
    const known = [...(week.published ? [week.published] : []), ...newestFirst(week.drafts)];
    const compared = this.comparison ? [this.comparison.base.summary, this.comparison.other.summary] : [];
    return [...known, ...compared.filter(({ id }) => !known.some((one) => one.id === id))];
  }
}

const newestFirst = (drafts: readonly RotaSummary[]) => [...drafts].sort((a, b) => b.number - a.number);

/** Which two rotas a comparison opens with; null where the week has not as many. */
export function chosenPair(week: Week, base: Id | null, other: Id | null): [Id | null, Id | null] {
  const drafts = newestFirst(week.drafts).map(({ id }) => id);
  const all = [...drafts, ...(week.published ? [week.published.id] : [])];
  const first = base ?? all.find((id) => id !== other) ?? null;
  const published = week.published && week.published.id !== first ? week.published.id : null;
  return [first, other ?? published ?? drafts.find((id) => id !== first) ?? null];
}
