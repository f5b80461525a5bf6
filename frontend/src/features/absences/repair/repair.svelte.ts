import { operationOf } from '$api/answers';
import { ApiError } from '$api/errors';
import { proposeRepair, type Repair as Answer, type RepairLine } from '$api/weeks';
import type { Id, Operation } from '$api/wire';
import { Resource } from '$lib/resource.svelte';
import { complain } from '$lib/toasts.svelte';
import { asCancelled, asJoined, lineKey, type RepairJoining } from './lines';

/** A week being repaired: what was decided line by line, and what the server proposes around it. Nothing is written until it is applied. */
export class Repair {
  readonly answer = new Resource<Answer>();
  /** Why lines are cancelled, by their key, as far as somebody wrote it. */
  reasons = $state.raw<Readonly<Record<string, string>>>({});
  #choices: readonly Operation[] = [];

  constructor(
    readonly absence: Id,
    readonly week: string,
  ) {}

  read(): Promise<void> {
    return this.answer.read((signal) => proposeRepair(this.absence, this.week, this.#choices, signal));
  }

  /** Plans a line so, or cancels it; the lines nobody decided about are proposed again around it. */
  async choose(line: RepairLine, planned: NonNullable<RepairLine['after']> | null): Promise<void> {
    await this.#decide(line, planned ? operationOf(planned) : asCancelled(line));
  }

  /** Brings the children of a line into a group, for this time. */
  async join(line: RepairLine, group: RepairJoining): Promise<void> {
    await this.#decide(line, asJoined(line, group));
  }

  /** Leaves a line to the best proposal again. */
  async release(line: RepairLine): Promise<void> {
    await this.#decide(line, null);
  }

  #decide = async (line: RepairLine, operation: Operation | null): Promise<void> => {
    const before = this.#choices;
    const { activity, occurrence } = line.hit;
    const others = before.filter((choice) => choice.activity !== activity || choice.occurrence !== occurrence);
    const next = operation ? [...others, operation] : others;
    this.#choices = next;
    await this.read();
    const { error } = this.answer;
    if (!(error instanceof ApiError) || this.#choices !== next) return;
    // What was possible a moment ago no longer is: the choice is given up and the newest proposals are shown.
    complain(error);
    this.#choices = before;
    await this.read();
  };

  /** Gives the reason of one cancelled line to others. */
  sameReason(line: RepairLine, others: readonly RepairLine[]): void {
    const reason = this.reasons[lineKey(line)] ?? '';
    this.reasons = { ...this.reasons, ...Object.fromEntries(others.map((other) => [lineKey(other), reason])) };
  }

  stop(): void {
    this.answer.stop();
  }
}
