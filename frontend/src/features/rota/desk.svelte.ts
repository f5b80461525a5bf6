import {
  changeRota,
  createDraft,
  deleteDraft,
  publishRota,
  readOpening,
  readRota,
  readWeek,
  redoRota,
  returnToRestorePoint,
  undoRota,
} from '$api/operations';
import { ApiError, errorCode, isAborted } from '$api/errors';
import { createTemplateDraft } from '$api/weeks';
import type { Breach, Id, Opening, Operation, PublishAnswer, Rota, RotaSummary, Week } from '$api/wire';
import { painted } from '$lib/after-paint';
import { reconcile } from '$ui/rota/reconcile';
import { house as readHouse, type KnownHouse } from '$lib/house';
import { changedBetween, touches, type ChangeElsewhere } from './elsewhere';
import { applyGuess } from './guess';
import { readTemplateWeek, type TemplateWeek } from './template-week';
import { refKey } from './words';

/** What came of a change; one that was refused may sometimes be made all the same. */
export type Outcome =
  { kind: 'done' } | { kind: 'refused'; breaches: Breach[]; mayKeep: boolean } | { kind: 'stale' } | { kind: 'failed'; error: unknown };

/** A new state of a rota, of which every part that did not change is the part of before: only the rest is drawn again. */
function settledRota(before: Rota, next: Rota): Rota {
  return {
    ...next,
    activities: reconcile(before.activities, next.activities, (activity) => activity.id),
    occurrences: reconcile(before.occurrences, next.occurrences, refKey),
    people: reconcile(before.people, next.people, (person) => person.professional),
  };
}

/** Two people changed the same draft: what was asked for, on top of what it looks like now. */
export interface Clash {
  operations: Operation[];
  /** The rota as the reader saw it when they made the change. */
  mine: Rota;
}

/** The week on the manager's desk: one rota at a time, its changes sent one after the other. */
export class Desk {
  week = $state.raw<Week>();
  house = $state.raw<KnownHouse>();
  /** What is shown: the server's rota, with the changes it has not answered yet. */
  rota = $state.raw<Rota>();
  error = $state.raw<unknown>();
  loading = $state(false);
  /** The template whose ordinary week is on the desk; null: a real week. */
  template: Id | null = null;
  /** Of the ordinary week of every week: whose hours differ between weeks A and B. */
  uneven = $state.raw<TemplateWeek['uneven'] | null>(null);
  saving = $state(0);
  clash = $state.raw<Clash | null>(null);
  /** Told of what others change in the rota that is open. */
  onelsewhere: (change: ChangeElsewhere) => void = () => undefined;
  /** The rota as the server last gave it. */
  #confirmed: Rota | null = null;
  #queue: Promise<unknown> = Promise.resolve();
  #reading: AbortController | null = null;
  /** What others changed while the reader's own changes were on their way: those were made without having seen it. */
  #unseen: string[] = [];

  /** Reads a week, or the ordinary week of a template, and the rota to show: the one asked for, else the one it opens with. */
  async open(name: string, wanted: Id | null, template: Id | null = null): Promise<void> {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    this.loading = true;
    this.error = undefined;
    this.template = template;
    try {
      const opening = template === null ? readOpening(name, wanted, reading.signal) : this.#openTemplate(template, wanted, reading.signal);
      const [{ week, rota }, house] = await Promise.all([opening, readHouse()]);
      if (this.#reading !== reading) return;
      if (template === null) this.uneven = null;
      this.week = week;
      this.house = house;
      this.#confirm(rota);
    } catch (error) {
      if (this.#reading !== reading || isAborted(error)) return;
      this.error = error;
    }
    this.loading = false;
  }

  async #openTemplate(template: Id, wanted: Id | null, signal: AbortSignal): Promise<Opening> {
    const { week, uneven, opens } = await readTemplateWeek(template, signal);
    this.uneven = uneven;
    // An old version stands in no list of the template's rotas.
    const asked = wanted === null ? null : await readRota(wanted, signal).catch(unlessUnknown);
    if (asked?.summary.template?.id === template && asked.summary.ordinary) return { week, rota: asked };
    return { week, rota: opens === null ? null : await readRota(opens, signal) };
  }

  close(): void {
    this.#reading?.abort();
    this.#reading = null;
  }

  /** Shows changes at once and asks the server, which has the last word; `keep` asks for them with the conflicts they make, and says why. */
  async apply(operations: Operation[], keep: { reason: string } | null = null): Promise<Outcome> {
    const before = this.rota;
    if (!before) return { kind: 'stale' };
    this.rota = applyGuess(before, operations);
    return this.#send((rota) => changeRota(rota.summary.id, rota.summary.revision, operations, keep), { operations, mine: this.rota });
  }

  /** Undoes the reader's own last step; `letGo` gives up those that others changed again since. */
  async undo(letGo = false): Promise<Outcome> {
    return this.#send((rota) => undoRota(rota.summary.id, rota.summary.revision, letGo), null);
  }

  async redo(): Promise<Outcome> {
    return this.#send((rota) => redoRota(rota.summary.id, rota.summary.revision), null);
  }

  async returnTo(point: Id): Promise<Outcome> {
    return this.#send((rota) => returnToRestorePoint(rota.summary.id, point, rota.summary.revision), null);
  }

  /** Reads the rota again when it has another revision than the one shown: somebody else changed it. */
  async catchUp(id: Id, revision: number): Promise<void> {
    const reading = this.#queue.then(async () => {
      const shown = this.#confirmed?.summary;
      if (shown?.id !== id || shown.revision >= revision) return;
      this.#takeElsewhere(await readRota(id), null);
    });
    this.#queue = reading.catch(() => undefined);
    return reading;
  }

  /** Ends a clash: the reader's change is made again on the newest rota, or given up. */
  async settle(again: boolean): Promise<Outcome> {
    const clash = this.clash;
    this.clash = null;
    return clash && again ? this.apply(clash.operations) : { kind: 'done' };
  }

  /** Publishes a rota. What is heard of it meanwhile is not somebody else's change: it waits, and is then known. */
  async publish(rota: RotaSummary, signed: Parameters<typeof publishRota>[2]): Promise<PublishAnswer> {
    const mine = this.#queue.then(async () => {
      const answer = await publishRota(rota.id, rota.revision, signed);
      this.#confirmed = answer.rota;
      return answer;
    });
    this.#queue = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  }

  /** Takes up a rota that came from elsewhere, such as a publication. */
  async show(rota: Rota): Promise<void> {
    this.#confirm(rota);
    if (this.week) this.week = await this.#readWeek(this.week.week);
  }

  async newDraft(basedOn: Id | null): Promise<RotaSummary | null> {
    if (this.template !== null) return createTemplateDraft(this.template, basedOn);
    return this.week ? createDraft(this.week.week, basedOn) : null;
  }

  async removeDraft(): Promise<void> {
    if (this.rota) await deleteDraft(this.rota.summary.id);
  }

  async #readWeek(name: string): Promise<Week> {
    return this.template === null ? readWeek(name) : (await readTemplateWeek(this.template)).week;
  }

  #confirm(rota: Rota | null): void {
    this.#confirmed = rota;
    this.rota = rota ?? undefined;
    this.clash = null;
  }

  async #send(ask: (rota: Rota) => Promise<Rota>, intent: Clash | null): Promise<Outcome> {
    this.saving++;
    const mine = this.#queue.then(() => this.#exchange(ask, intent));
    this.#queue = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      this.saving--;
      if (this.saving === 0) this.#unseen = [];
    }
  }

  /**
   * Asks for a change on the newest rota. Where somebody else was quicker, it is asked for again on top of theirs, unless it is about
   * something they changed: then the reader decides.
   */
  async #exchange(ask: (rota: Rota) => Promise<Rota>, intent: Clash | null): Promise<Outcome> {
    for (;;) {
      const confirmed = this.#confirmed;
      if (!confirmed) return { kind: 'stale' };
      if (intent && touches(intent.operations, this.#unseen)) {
        this.rota = confirmed;
        this.clash = intent;
        return { kind: 'stale' };
      }
      try {
        // A quick answer waits until what it answers is on the screen: the reader sees the change first.
        const [answer] = await Promise.all([ask(confirmed), painted()]);
        this.#confirmed = settledRota(this.rota ?? confirmed, answer);
        if (this.saving === 1) this.rota = this.#confirmed;
        return { kind: 'done' };
      } catch (error) {
        if (errorCode(error) === 'stale') this.#takeElsewhere(await readRota(confirmed.summary.id), intent);
        else {
          this.rota = confirmed;
          return failed(error);
        }
      }
    }
  }

  /** Takes up what somebody else made of the rota that is open, beside what the reader is just asking for. */
  #takeElsewhere(rota: Rota, intent: Clash | null): void {
    const before = this.#confirmed ?? rota;
    const changed = changedBetween(before, rota);
    this.#confirmed = settledRota(this.rota ?? before, rota);
    if (this.saving === 0) this.rota = this.#confirmed;
    else this.#unseen = [...this.#unseen, ...changed.map(refKey)];
    if (!intent || !touches(intent.operations, this.#unseen)) this.onelsewhere({ rota, changed, joined: intent !== null });
  }
}

/** Nothing, where there is no such thing; any other failure stays one. */
function unlessUnknown(error: unknown): null {
  if (errorCode(error) === 'not_found') return null;
  throw error;
}

function failed(error: unknown): Outcome {
  return errorCode(error) === 'refused' && error instanceof ApiError
    ? { kind: 'refused', breaches: error.problem.breaches ?? [], mayKeep: error.problem.args?.['may_keep'] === true }
    : { kind: 'failed', error };
}
