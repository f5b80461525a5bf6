import { ApiError } from '$api/errors';
import { createRecord, readRecord, undoRecord, updateRecord, type Draft, type KeptRecord, type Kind } from '$api/records';
import { records as words } from '../i18n/records';
import { keep } from './book.svelte';
import { sentenceOf } from './problems';

/** What every record has beside its own fields. */
const kept = ['id', 'version', 'created_at', 'updated_at', 'archived_at', 'can'];

/** The fields of a record that are sent. */
export function fieldsOf(record: Draft, names: readonly string[]): Draft {
  const own = Object.entries(record).filter(([name]) => !kept.includes(name) && names.includes(name));
  return structuredClone(Object.fromEntries(own));
}

const equal = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** A field that two people changed at once. */
export interface Clash {
  key: string;
  mine: unknown;
  theirs: unknown;
}

/**
 * One record being read and changed: the fields as they stand in the form, what is wrong with them, and what happens to them.
 * It never loses what was typed: a refusal points at fields, somebody else's change is put beside the reader's own.
 */
export class Sheet {
  draft = $state<Draft>({});
  record = $state.raw<KeptRecord>();
  /** What is wrong, by the path of the value: "first_name", "working_pattern[2].to". */
  problems = $state<Record<string, string>>({});
  /** What was typed and could not be read, by the path of the value; such a sheet is not sent. */
  unread = $state<Record<string, string>>({});
  busy = $state(false);
  failure = $state.raw<unknown>();
  /** Counts how often the form starts anew from other values: what stands half typed in a field is then gone too. */
  round = $state(0);
  /** What somebody else saved in the meantime, while it is being looked at. */
  newer = $state.raw<KeptRecord>();

  #start = $state.raw<Draft>({});
  /** The fields that are sent: those of the form, and those a record has that no form knows yet. */
  #names: readonly string[];

  constructor(
    readonly kind: Kind,
    start: Draft,
    record?: KeptRecord,
  ) {
    this.#names = Object.keys(start);
    this.#begin(start, record);
  }

  get dirty(): boolean {
    return !equal(this.draft, this.#start) || Object.keys(this.unread).length > 0;
  }

  #begin(start: Draft, record: KeptRecord | undefined): void {
    this.#start = structuredClone(start);
    this.draft = structuredClone(start);
    this.record = record;
    this.problems = {};
    this.unread = {};
    this.failure = undefined;
  }

  /** Takes up the record as the server has it; what was typed is gone. */
  take(record: KeptRecord): void {
    this.#keep(record);
    this.round++;
  }

  #keep(record: KeptRecord): void {
    const unknown = Object.keys(record).filter((name) => !kept.includes(name) && !this.#names.includes(name));
    this.#names = [...this.#names, ...unknown];
    this.#begin({ ...this.#blank(), ...fieldsOf(record, this.#names) }, record);
    keep(this.kind, record);
  }

  #blank(): Draft {
    return Object.fromEntries(this.#names.map((name) => [name, null]));
  }

  /** Throws away what was typed since the last save. */
  reset(): void {
    this.#begin(this.#start, this.record);
    this.round++;
  }

  /** Notes that what stands in a field cannot be read, or that it can again. */
  cannotRead(path: string, sentence: string | null): void {
    if (sentence) this.unread[path] = sentence;
    else if (path in this.unread) this.unread = Object.fromEntries(Object.entries(this.unread).filter(([one]) => one !== path));
  }

  /** What is wrong with a value and with everything inside it, in one sentence. */
  problemOf(path: string): string | undefined {
    const inside = (one: string) => one === path || one.startsWith(`${path}[`) || one.startsWith(`${path}.`);
    const found = Object.entries({ ...this.problems, ...this.unread }).find(([one]) => inside(one));
    if (!found) return undefined;
    const line = /^\[(\d+)\]/.exec(found[0].slice(path.length))?.[1];
    return line === undefined ? found[1] : words().sheet.entry(Number(line) + 1, found[1]);
  }

  get wrong(): number {
    return Object.keys({ ...this.problems, ...this.unread }).length;
  }

  /** Sends the sheet. True when it is saved; else `problems`, `newer` or `failure` says why not. */
  async save(required: readonly string[]): Promise<boolean> {
    if (this.busy) return false;
    this.failure = undefined;
    this.problems = Object.fromEntries(required.filter((key) => isEmpty(this.draft[key])).map((key) => [key, words().problems.required]));
    if (this.wrong > 0) return false;
    this.busy = true;
    try {
      const draft = $state.snapshot(this.draft);
      const { record } = this;
      this.#keep(record ? await updateRecord(this.kind, record.id, record.version, draft) : await createRecord(this.kind, draft));
      return true;
    } catch (error) {
      await this.#refused(error);
      return false;
    } finally {
      this.busy = false;
    }
  }

  async #refused(error: unknown): Promise<void> {
    const { problem } = error instanceof ApiError ? error : { problem: undefined };
    if (problem?.code === 'stale' && this.record) {
      this.newer = await readRecord(this.kind, this.record.id).catch((failure: unknown) => {
        this.failure = failure;
        return undefined;
      });
    } else if (problem?.code === 'invalid' && problem.fields?.length) {
      this.problems = Object.fromEntries(problem.fields.map(({ path, key, args }) => [path, sentenceOf(key, args)]));
    } else this.failure = error;
  }

  /** The fields that both changed, each in another way. */
  clashes(): Clash[] {
    const theirs = fieldsOf(this.newer ?? {}, this.#names);
    return this.#names
      .filter((key) => !equal(this.draft[key], this.#start[key]))
      .filter((key) => !equal(theirs[key], this.#start[key]) && !equal(theirs[key], this.draft[key]))
      .map((key) => ({ key, mine: this.draft[key], theirs: theirs[key] }));
  }

  /** Joins both: what only one changed is that one's, and of what both changed the reader's where `mine` names it. */
  merge(mine: ReadonlySet<string>): void {
    const { newer } = this;
    if (!newer) return;
    const changed = this.#names.filter((key) => !equal(this.draft[key], this.#start[key]));
    const clashing = this.clashes().map(({ key }) => key);
    const own = changed.filter((key) => !clashing.includes(key) || mine.has(key));
    const draft = $state.snapshot(this.draft);
    const merged = Object.fromEntries(own.map((key) => [key, draft[key]]));
    this.take(newer);
    Object.assign(this.draft, merged);
    this.newer = undefined;
  }

  /** Takes the last change of the record back. */
  async undo(): Promise<void> {
    if (!this.record) return;
    this.take(await undoRecord(this.kind, this.record.id, this.record.version));
  }
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
}
