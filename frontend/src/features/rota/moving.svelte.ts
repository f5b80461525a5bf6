import { checkMove, readOptions } from '$api/operations';
import { describe, isAborted } from '$api/errors';
import type { Activity, Checked, Occurrence, Operation, OptionsAnswer, Rota } from '$api/wire';
import { capitalised, dayOf, duration, hour, minuteOfDay, momentWords } from '$lib/datetime';
import { rota as texts } from '$lib/i18n/rota';
import { sameTarget, type Subject } from '$ui/rota/carry';
import { Carrying, type CarryHost } from '$ui/rota/carrying.svelte';
import type { Toast } from '$lib/toasts.svelte';
import type { GridModel, Target } from '$ui/rota/model';
import { besides, guessTarget, isPossible, type RowOptions } from '$ui/rota/verdict';
import type { Desk } from './desk.svelte';
import { groupsToJoin, mayCopy } from './once/exceptions';
import type { RowKind } from './rows/kinds';
import { askedBy, optionsOn, type Asked, type Carried } from './rows/moves';
import {
  activitiesOf,
  busyWords,
  byRef,
  movedWords,
  occurrenceOf,
  parseRef,
  refKey,
  refusalWords,
  subjectOf,
  type RefusalContext,
} from './words';

/** What stands in the status line about a target. */
export interface Verdict {
  possible: boolean | undefined;
  sentence: string;
}

const CHECK_AFTER = 120;
const nobody: ReadonlySet<string> = new Set();

/** Moves of sessions over the grid: what is possible, what is said about it, and the drop. */
export class Moving implements CarryHost {
  readonly carrying: Carrying = new Carrying(this);
  /** Carries a drop out where several things go together; null where it goes alone. */
  together: (subject: Subject, target: Target) => Promise<boolean> | null = () => null;
  options = $state.raw<ReadonlyMap<string, RowOptions> | null>(null);
  /** The groups that the carried session's children join where it is dropped on one. */
  takers = $state.raw<ReadonlySet<string>>(nobody);
  #answer: OptionsAnswer | null = null;
  #checked = $state.raw<{ target: Target; answer: Checked } | null>(null);
  #asking: AbortController | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #desk: Desk;
  readonly #model: () => GridModel | null;
  readonly #kind: () => RowKind;
  readonly #say: (text: string, offer: boolean | Toast['action']) => void;

  constructor(
    desk: Desk,
    model: () => GridModel | null,
    kind: () => RowKind,
    say: (text: string, offer: boolean | Toast['action']) => void,
  ) {
    this.#desk = desk;
    this.#model = model;
    this.#kind = kind;
    this.#say = say;
  }

  /** What is known of the place the carried thing stands over. */
  readonly verdict: Verdict = $derived.by(() => this.#judge());

  lifted(subject: Subject): void {
    const rota = this.#desk.rota;
    const ref = parseRef(subject.ref);
    if (!rota || !ref) return;
    this.#asking = new AbortController();
    if (subject.deed === 'stretch') return;
    this.takers = this.#takersOf(subject, rota);
    const { signal } = this.#asking;
    const seat = Math.max(0, this.#seatOf(subject));
    readOptions(rota.summary.id, { ...ref, seat }, signal)
      .then((answer) => {
        const carried = this.#carried(subject);
        if (signal.aborted || !carried) return;
        this.#answer = answer;
        const options = optionsOn(carried, answer);
        this.options = subject.deed === 'copy' ? besides(options, carried.occurrence?.start ?? 0, subject.duration) : options;
      })
      .catch((error: unknown) => {
        if (!isAborted(error)) this.#say(describe(error), false);
      });
  }

  ended(): void {
    this.#asking?.abort();
    clearTimeout(this.#timer);
    this.options = null;
    this.takers = nobody;
    this.#answer = null;
    this.#checked = null;
  }

  async dropped(subject: Subject, target: Target): Promise<boolean> {
    const together = subject.deed || target.into ? null : this.together(subject, target);
    if (together) return together;
    const asked = this.#asked(subject, target);
    const what = this.nameOf(subject.ref);
    if ('refusal' in asked) {
      this.#say(this.#refusal(subject, what, asked.refusal), false);
      return false;
    }
    const { operation } = asked;
    try {
      const whole = subject.origin || target.into ? operation : await this.#fillSeats(operation);
      return await this.#deliver([whole], subject, target);
    } catch (error) {
      this.#say(describe(error), false);
      return false;
    }
  }

  /** Asks for a drop and says what came of it; where it may be kept in spite of what stands against it, that is offered. */
  async #deliver(operations: Operation[], subject: Subject, target: Target, keep: { reason: string } | null = null): Promise<boolean> {
    // Worded before: afterwards what it is about may have another name.
    const what = this.nameOf(subject.ref);
    const done = this.#doneWords(subject, target, what);
    const outcome = await this.#desk.apply(operations, keep);
    const again = { label: texts().status.keepAnyway, run: () => void this.#deliver(operations, subject, target, { reason: '' }) };
    if (outcome.kind === 'done') this.#say(done, true);
    else if (outcome.kind === 'refused') {
      const context = this.context();
      const why = context && outcome.breaches[0] ? refusalWords(outcome.breaches[0], context) : texts().otherRefusal.full({});
      this.#say(this.#refusal(subject, what, why), outcome.mayKeep ? again : false);
    } else if (outcome.kind === 'failed') this.#say(describe(outcome.error), false);
    return outcome.kind === 'done';
  }

  #doneWords(subject: Subject, { start, length, into }: Target, what: string): string {
    const words = texts().status;
    const when = momentWords(this.#desk.rota?.first_day ?? '', start);
    if (into !== undefined) return words.joined(what, this.nameOf(into));
    if (length !== undefined) return words.stretched(what, hour(minuteOfDay(start + length)), duration(length));
    if (subject.origin) return movedWords(what, this.#desk.rota?.first_day ?? '', subject.origin.start, start);
    return words[subject.deed === 'copy' ? 'copied' : 'planned'](what, when);
  }

  /** Says where the carried thing stands, once the pointer rests there. */
  aimed(): void {
    const { subject, target } = this.carrying;
    clearTimeout(this.#timer);
    if (!subject || !target || sameTarget(target, this.#checked?.target ?? null)) return;
    const asked = this.#asked(subject, target);
    const rota = this.#desk.rota;
    // Why a person cannot take it is known without asking; of other rows and of what holds once only the check tells.
    const told = this.#kind() === 'professionals' && this.#known(target) === false;
    if ('refusal' in asked || !rota || told) return;
    this.#timer = setTimeout(() => {
      checkMove(rota.summary.id, asked.operation, this.#asking?.signal)
        .then((answer) => (this.#checked = { target, answer }))
        // The options already said whether the place is free; without this answer only the travel stays unsaid.
        .catch(() => undefined);
    }, CHECK_AFTER);
  }

  context(): RefusalContext | null {
    const { rota, house } = this.#desk;
    if (!rota || !house) return null;
    return { house, firstDay: rota.first_day, activities: activitiesOf(rota), occurrences: byRef(rota.occurrences) };
  }

  nameOf(ref: string): string {
    const { house } = this.#desk;
    const activity = this.#activity(ref);
    return house && activity ? subjectOf(activity, house) : '';
  }

  #judge(): Verdict {
    const { subject, target } = this.carrying;
    const model = this.#model();
    const rota = this.#desk.rota;
    if (target && this.#inOtherWeek(target)) return { possible: false, sentence: `${capitalised(texts().rows.otherWeek)}.` };
    const row = model?.rows.find((one) => one.id === target?.row);
    if (!subject || !target || !rota || !row || !model) return { possible: undefined, sentence: '' };
    const where = this.#whereWords(target, row.name);
    const words = texts().status;
    const checked = sameTarget(this.#checked?.target ?? null, target) ? this.#checked?.answer : undefined;
    const known = this.#known(target);
    if (known !== false && checked?.breaches.length === 0) {
      const legs = checked.travel.filter((one) => this.#kind() !== 'professionals' || one.professional === target.row);
      const minutes = Math.max(0, ...legs.map((leg) => leg.minutes));
      const free = target.into === undefined ? words.free : words.freeToJoin;
      return { possible: true, sentence: free(where, minutes > 0 ? duration(minutes) : null) };
    }
    if (target.into !== undefined) return this.#judgeJoining(where, checked);
    if (known) return { possible: true, sentence: words.free(where, null) };
    if (this.#kind() !== 'professionals') return this.#judgeOther(subject, target, where, checked);
    const guess = guessTarget(
      row,
      model.blocks.filter((block) => block.row === row.id),
      subject.ref,
      target.start,
      target.length ?? subject.duration,
    );
    const context = this.context();
    if (known === undefined && checked?.breaches[0] && context)
      return { possible: false, sentence: words.refused(where, refusalWords(checked.breaches[0], context)) };
    if (known === undefined && guess.kind === 'free') return { possible: undefined, sentence: words.maybe(where) };
    // A reason that names the person needs no name before it.
    const at = guess.kind === 'free' ? where : this.#whereWords(target, null);
    return { possible: false, sentence: words.refused(at, this.#why(guess, row.name, target)) };
  }

  /** Whether the options say that a target is possible; they speak of moves only. */
  #known(target: Target): boolean | undefined {
    const moves = target.into === undefined && target.length === undefined;
    return moves ? isPossible(this.options, target, this.#desk.rota?.grid ?? 1) : undefined;
  }

  /** The place a sentence is about: an hour and a row, the end something gets, or the group that takes it in. */
  #whereWords({ start, length, into }: Target, row: string | null): string {
    const { status } = texts();
    const firstDay = this.#desk.rota?.first_day ?? '';
    if (length !== undefined) return status.until(hour(minuteOfDay(start + length)), duration(length));
    if (into !== undefined) return status.join(this.nameOf(into), momentWords(firstDay, this.#occurrence(into)?.start ?? start));
    return capitalised([momentWords(firstDay, start), row].filter(Boolean).join(', '));
  }

  /** What is known of a group that the carried session's children would join. */
  #judgeJoining(where: string, checked: Checked | undefined): Verdict {
    const context = this.context();
    if (!checked?.breaches[0] || !context) return { possible: undefined, sentence: `${where}.` };
    return { possible: false, sentence: texts().status.refused(where, refusalWords(checked.breaches[0], context)) };
  }

  /** The groups a carried session could join, on rows where a block under it can only be in its way. */
  #takersOf(subject: Subject, rota: Rota): ReadonlySet<string> {
    const activity = this.#activity(subject.ref);
    const apart = this.#kind() === 'places' || this.#kind() === 'teams';
    return !activity || apart || subject.deed || !mayCopy(activity, rota) ? nobody : refsOf(groupsToJoin(rota, activity));
  }

  /** What is known of a row that is not a person: only what the server says. */
  #judgeOther(subject: Subject, target: Target, where: string, checked: Checked | undefined): Verdict {
    const words = texts().status;
    const refused = (why: string): Verdict => ({ possible: false, sentence: words.refused(where, why) });
    const asked = this.#asked(subject, target);
    if ('refusal' in asked) return refused(asked.refusal);
    const context = this.context();
    if (checked?.breaches[0] && context) return refused(refusalWords(checked.breaches[0], context));
    const options = this.options?.get(target.row);
    if (!options || isPossible(this.options, target, this.#desk.rota?.grid ?? 1) !== false)
      return { possible: undefined, sentence: words.maybe(where) };
    return refused(options.starts.size === 0 ? options.reason : words.notNow);
  }

  #why(guess: ReturnType<typeof guessTarget>, person: string, target: Target): string {
    const words = texts().status.guess;
    const context = this.context();
    switch (guess.kind) {
      case 'outside':
        return words.outside(person);
      case 'absent':
        return words.absent(person, guess.word.toLowerCase());
      case 'busy':
        return context ? busyWords(person, this.#occurrence(guess.by.ref), context) : texts().status.notHere;
      case 'free': {
        const options = this.options?.get(target.row);
        return options && options.starts.size === 0 ? options.reason : texts().status.notHere;
      }
    }
  }

  #refusal(subject: Subject, what: string, why: string): string {
    const words = texts().status;
    if (subject.deed === 'stretch') return words.notStretched(what, why);
    return subject.origin ? words.notMoved(what, why) : words.notPlanned(what, why);
  }

  #activity(ref: string): Activity | undefined {
    const id = parseRef(ref)?.activity;
    return this.#desk.rota?.activities.find((activity) => activity.id === id);
  }

  #occurrence(ref: string): Occurrence | undefined {
    return occurrenceOf(this.#desk.rota, ref);
  }

  /** The seat a block stands for; -1 for somebody who only attends. */
  #seatOf(subject: Subject): number {
    if (!subject.origin || this.#kind() !== 'professionals') return 0;
    return this.#occurrence(subject.ref)?.staff.indexOf(subject.origin.row) ?? -1;
  }

  #carried(subject: Subject): Carried | null {
    const ref = parseRef(subject.ref);
    const activity = this.#activity(subject.ref);
    const { house } = this.#desk;
    if (!ref || !activity || !house) return null;
    return {
      kind: this.#kind(),
      ref,
      activity,
      occurrence: this.#occurrence(subject.ref),
      from: subject.origin?.row ?? null,
      house,
      copies: subject.deed === 'copy',
    };
  }

  #asked(subject: Subject, target: Target): Asked {
    if (this.#inOtherWeek(target)) return { refusal: texts().rows.otherWeek };
    const carried = this.#carried(subject);
    return carried ? askedBy(carried, target, this.#answer) : { refusal: texts().status.notHere };
  }

  /** Whether a place of the grid is in the week that stands beside the edited one. */
  #inOtherWeek({ start }: Target): boolean {
    return dayOf(start) >= (this.#desk.rota?.days ?? Infinity);
  }

  /** Fills the other seats of something that was not planned with people who can be there at that hour. */
  async #fillSeats(operation: Operation): Promise<Operation> {
    const rota = this.#desk.rota;
    const activity = rota?.activities.find((one) => one.id === operation.activity);
    const staff = [...(operation.staff ?? [])];
    const { start } = operation;
    // Without anybody named the server chooses everybody.
    if (!rota || !activity || staff.length === 0 || start === undefined || start === null) return operation;
    for (let seat = 1; seat < activity.seats.length; seat++) {
      const { rows } = await readOptions(rota.summary.id, { activity: operation.activity, occurrence: operation.occurrence, seat });
      // Between two steps nobody was asked for; the server tells whether who is free at the step before is free then too.
      const free = rows.find((row) => row.starts.includes(start - (start % rota.grid)) && !staff.includes(row.professional));
      if (free) staff.push(free.professional);
    }
    return { ...operation, staff };
  }
}

const refsOf = (groups: readonly Occurrence[]): ReadonlySet<string> => new Set(groups.map(refKey));
