import { rota as texts } from '$lib/i18n/rota';
import type { KeyEffect } from '$ui/rota/keyboard';
import { DAY_MINUTES, type GridBlock } from '$ui/rota/model';
import { dayOf } from '$lib/datetime';
import type { Around } from '../hands/hands.svelte';
import { activitiesOf } from '../words';
import { mayCopy } from './exceptions';

/** What is copied for this week only, by keyboard: remembered, then taken in hand over the block the keyboard stands on. */
export class Once {
  readonly #around: Around;
  #copied: { ref: string; start: number; duration: number } | null = null;

  constructor(around: Around) {
    this.#around = around;
  }

  /** Whether a key about a block copies. */
  takes(effect: KeyEffect, block: GridBlock | null): boolean {
    if (!block || (effect.type !== 'copy' && effect.type !== 'paste')) return false;
    if (effect.type === 'copy') this.#copy(block);
    else this.#paste(block);
    return true;
  }

  #copy(block: GridBlock): void {
    const { desk, moving, tell } = this.#around;
    const { rota } = desk;
    const activity = rota && activitiesOf(rota).get(block.ref.slice(0, block.ref.lastIndexOf('/')));
    if (!activity || !mayCopy(activity, rota)) return;
    this.#copied = { ref: block.ref, start: block.start, duration: activity.duration };
    tell(texts().status.inHand(moving.nameOf(block.ref)));
  }

  #paste(block: GridBlock): void {
    if (!this.#copied) return;
    const { ref, start, duration } = this.#copied;
    // On the day of the block under the keyboard; on the same day, the first hour after itself.
    const day = dayOf(block.start);
    const at = day === dayOf(start) ? start + duration : day * DAY_MINUTES + (start % DAY_MINUTES);
    this.#around.lift({ key: null, ref, duration, origin: null, deed: 'copy' }, { row: block.row, start: at });
  }
}
