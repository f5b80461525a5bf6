import type { Breach, Id, Occurrence, Operation } from '$api/wire';
import { minutesPerDay, momentWords } from '$lib/datetime';
import { hands as texts } from '$lib/i18n/hands';
import type { KeyEffect } from '$ui/rota/keyboard';
import type { GridBlock } from '$ui/rota/model';
import { byRef, refKey, refusalWords } from '../words';
import type { Around } from './hands.svelte';

/** An occurrence that is chosen, with those of its people whose blocks are. */
interface Chosen {
  occurrence: Occurrence;
  people: Id[];
}

/** What is chosen on the grid, changed together: one request, one step to undo, all of it or nothing. */
export class Several {
  readonly #around: Around;
  /** Why the last change was refused, one sentence each. */
  refusals = $state.raw<string[]>([]);
  /** Makes the change that was refused all the same, all of it in one step; null where somebody has to change it first. */
  keepAnyway = $state.raw<((reason: string) => Promise<boolean>) | null>(null);

  /** The occurrences behind the chosen blocks; what nobody moves, such as a meeting with partners, is not among them. */
  readonly #chosen = $derived.by(() => {
    const chosen: Chosen[] = [];
    const keys = this.#around.choosing.keys;
    if (keys.size === 0) return chosen;
    const refs = [...keys].map((key) => key.slice(0, key.lastIndexOf('/')));
    for (const occurrence of this.#around.desk.rota?.occurrences ?? []) {
      if (occurrence.fixed || !refs.includes(refKey(occurrence))) continue;
      const people = [...occurrence.staff, ...occurrence.attendees].filter((person) => keys.has(`${refKey(occurrence)}/${person}`));
      // Rows that are not people stand for all who give the session.
      chosen.push({ occurrence, people: people.length > 0 ? people : occurrence.staff });
    }
    return chosen;
  });
  readonly refs = $derived(this.#chosen.map(({ occurrence }) => refKey(occurrence)));
  readonly anyLocked = $derived(this.#chosen.some(({ occurrence }) => occurrence.locked));
  readonly allLocked = $derived(this.#chosen.every(({ occurrence }) => occurrence.locked));

  constructor(around: Around) {
    this.#around = around;
    around.moving.together = (subject, target) => {
      if (!subject.origin || this.refs.length < 2 || !this.refs.includes(subject.ref)) return null;
      return this.shift(target.start - subject.origin.start);
    };
  }

  /** Whether a key about one block is about all that is chosen. */
  takes(effect: KeyEffect, block: GridBlock | null): boolean {
    if (this.refs.length < 2 || !block || !this.refs.includes(block.ref)) return false;
    if (effect.type === 'lock') void this.lock(!this.allLocked);
    else if (effect.type === 'unplan') void this.unplan();
    else return false;
    return true;
  }

  clear(): void {
    this.#around.choosing.clear();
  }

  /** Moves everything by the same stretch of time. What would leave the week is said before anything is asked. */
  async shift(minutes: number): Promise<boolean> {
    const end = (this.#around.desk.rota?.days ?? 0) * minutesPerDay;
    const outside = this.#chosen.filter(({ occurrence: { start } }) => start + minutes < 0 || start + minutes >= end);
    if (outside.length > 0) {
      this.#refuse(
        outside.map(({ occurrence: { activity, occurrence, start } }) => {
          return { rule: 1, code: 'outside_horizon', activity, occurrence, day: Math.floor(start / minutesPerDay) };
        }),
        null,
      );
      return false;
    }
    return this.#change(
      ({ occurrence }) => ({ kind: 'set', start: occurrence.start + minutes }),
      (count) => texts().several.moved(count),
    );
  }

  lock(locked: boolean): Promise<boolean> {
    const words = texts().several;
    return this.#change(
      () => ({ kind: locked ? 'lock' : 'unlock' }),
      (count) => (locked ? words.locked(count) : words.unlocked(count)),
    );
  }

  unplan(): Promise<boolean> {
    return this.#change(
      () => ({ kind: 'unplan' }),
      (count) => texts().several.unplanned(count),
    );
  }

  /** Puts somebody in the place of those whose blocks are chosen. */
  async give(person: Id): Promise<boolean> {
    const name = this.#around.desk.house?.professional.get(person)?.name ?? '';
    const keys = this.#chosen.map(({ occurrence }) => `${refKey(occurrence)}/${person}`);
    const done = await this.#change(
      ({ occurrence, people }) => ({ kind: 'set', staff: occurrence.staff.map((one) => (people.includes(one) ? person : one)) }),
      (count) => texts().several.given(count, name),
    );
    if (done) this.#around.choosing.set(keys);
    return done;
  }

  async #change(
    operationOf: (chosen: Chosen) => Pick<Operation, 'kind' | 'start' | 'staff'>,
    done: (count: number) => string,
  ): Promise<boolean> {
    const operations = this.#chosen.map((one): Operation => {
      const { activity, occurrence } = one.occurrence;
      return { activity, occurrence, ...operationOf(one) };
    });
    return operations.length > 0 && this.#ask(operations, done, null);
  }

  async #ask(operations: Operation[], done: (count: number) => string, keep: { reason: string } | null): Promise<boolean> {
    const { desk, announce, failureWords } = this.#around;
    const outcome = await desk.apply(operations, keep);
    if (outcome.kind === 'done') announce(done(operations.length), true);
    else if (outcome.kind === 'refused')
      this.#refuse(outcome.breaches, outcome.mayKeep ? (reason) => this.#ask(operations, done, { reason }) : null);
    else if (outcome.kind === 'failed') announce(failureWords(outcome));
    return outcome.kind === 'done';
  }

  #refuse(breaches: readonly Breach[], keepAnyway: Several['keepAnyway']): void {
    this.refusals = this.#refusalWords(breaches);
    this.keepAnyway = keepAnyway;
  }

  /** What stands against it, session by session; what is said twice is said once. */
  #refusalWords(breaches: readonly Breach[]): string[] {
    const { moving, desk } = this.#around;
    const context = moving.context();
    if (!context) return [];
    const occurrences = byRef(desk.rota?.occurrences ?? []);
    const sentences = breaches.map((breach) => {
      const ref = breach.activity === undefined ? null : refKey({ activity: breach.activity, occurrence: breach.occurrence });
      const why = refusalWords(breach, context);
      const standing = ref === null ? undefined : occurrences.get(ref);
      const day = momentWords(context.firstDay, standing?.start ?? breach.day * minutesPerDay);
      const what = ref === null ? (context.house.professional.get(breach.professional ?? '')?.name ?? '') : moving.nameOf(ref);
      return texts().several.reason(what, standing ? day : null, why);
    });
    return sentences.filter((sentence, index) => sentences.indexOf(sentence) === index);
  }
}
