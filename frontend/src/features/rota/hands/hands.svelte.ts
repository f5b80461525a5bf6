import { ApiError } from '$api/errors';
import type { Id } from '$api/wire';
import { hands as texts } from '$lib/i18n/hands';
import { rota as rotaTexts } from '$lib/i18n/rota';
import { signedIn } from '$lib/session.svelte';
import type { Toast } from '$lib/toasts.svelte';
import type { Subject } from '$ui/rota/carry';
import type { Choosing } from '$ui/rota/choosing.svelte';
import type { KeyEffect } from '$ui/rota/keyboard';
import type { GridBlock, Target } from '$ui/rota/model';
import type { Desk, Outcome } from '../desk.svelte';
import type { ChangeElsewhere } from '../elsewhere';
import { followRota } from '../follow';
import type { Moving } from '../moving.svelte';
import { refKey } from '../words';
import { Once } from '../once/once.svelte';
import { Several } from './several.svelte';
import './hands.css';

/** What the hands need of the screen around them. */
export interface Around {
  desk: Desk;
  moving: Moving;
  choosing: Choosing;
  /** Says something in the status line only. */
  tell: (text: string) => void;
  /** Says what was done, with at most one thing to press; true offers to undo it. */
  announce: (text: string, offer?: boolean | Toast['action']) => void;
  /** Takes something in hand by keyboard, over a place of the grid. */
  lift: (subject: Subject, at: Target) => void;
  /** Why a change was refused or failed, in words. */
  failureWords: (outcome: Outcome) => string;
}

/** What people do to a draft beyond moving one thing: together, back and forth, many at once. Loaded once the rota is on the screen. */
export default class Hands {
  readonly several: Several;
  readonly once: Once;
  readonly #around: Around;

  constructor(around: Around) {
    this.#around = around;
    this.several = new Several(around);
    this.once = new Once(around);
    around.desk.onelsewhere = (change) => around.announce(this.#elsewhereWords(change));
  }

  /** Whether a key about a block is for the hands. */
  takes(effect: KeyEffect, block: GridBlock | null): boolean {
    return this.several.takes(effect, block) || this.once.takes(effect, block);
  }

  /** Follows what others do to a draft until the returned function is called. */
  follow(rota: Id): () => void {
    return followRota(rota, (revision) => {
      // What could not be read now is heard of again with the next pulse of the stream.
      void this.#around.desk.catchUp(rota, revision).catch(() => undefined);
    });
  }

  /** Undoes or redoes a step of the reader's. One that somebody else changed again since is told, and can be passed over. */
  async step(kind: 'undo' | 'redo', letGo = false): Promise<void> {
    const { desk, moving, tell, announce, failureWords } = this.#around;
    const outcome = kind === 'undo' ? await desk.undo(letGo) : await desk.redo();
    const words = rotaTexts().status;
    if (outcome.kind === 'done') return tell(kind === 'undo' ? words.undone : words.redone);
    const overtaken = outcome.kind === 'failed' ? overtakenIn(outcome.error) : null;
    if (overtaken === null) return announce(failureWords(outcome));
    const past = { label: texts().steps.before, run: () => void this.step('undo', true) };
    announce(texts().steps.overtaken(moving.nameOf(overtaken)), kind === 'undo' ? past : undefined);
  }

  #elsewhereWords({ rota, changed, joined }: ChangeElsewhere): string {
    const words = texts().elsewhere;
    const [first, ...others] = changed.map((ref) => this.#around.moving.nameOf(refKey(ref)));
    const what = first === undefined ? words.otherwise : others.length > 0 ? words.and(first, others.length) : first;
    const who = rota.summary.changed_by;
    const said =
      who === null ? words.bySomebody(what) : who === signedIn().account.name ? words.inAnotherWindow(what) : words.by(who, what);
    return joined ? `${said} ${words.joined}` : said;
  }
}

/** The occurrence that somebody else changed again since, or null where something else went wrong. */
function overtakenIn(error: unknown): string | null {
  if (!(error instanceof ApiError) || error.problem.key !== 'rota.overtaken') return null;
  const { activity, occurrence } = error.problem.args ?? {};
  return `${String(activity)}/${String(occurrence)}`;
}
