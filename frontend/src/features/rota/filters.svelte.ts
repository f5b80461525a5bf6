import { everyBlock, type GridModel } from '$ui/rota/model';
import { litBlocks, noFilter } from '$ui/rota/selection';
import type { Desk } from './desk.svelte';
import { foundBlocks, nothingSought, sift } from './sift';

/** What of the screen decides what is lit, beside the filters. */
interface Shown {
  model: GridModel | null;
  /** The week that stands beside this one, joined with it. */
  both: GridModel | null;
  selected: string | null;
  /** Looking at the points of the law shows whom they are about. */
  law: boolean;
}

/** What the reader filters and looks for on the grid, and what of it is lit. */
export class Filters {
  filter = $state.raw(noFilter);
  sought = $state.raw(nothingSought);
  readonly #desk: Desk;
  readonly #shown: () => Shown;

  constructor(desk: Desk, shown: () => Shown) {
    this.#desk = desk;
    this.#shown = shown;
  }

  readonly #sifted = $derived.by(() => {
    const { rota, house } = this.#desk;
    return rota && house ? sift(rota, house, { ...this.sought, law: this.#shown().law && rota.findings.length > 0 }) : null;
  });
  /** A filter with nothing left to show is over. */
  readonly #left = $derived.by(() => {
    const counters = this.#desk.rota?.counters;
    return {
      ...this.filter,
      conflicts: this.filter.conflicts && counters?.conflicts !== 0,
      changed: this.filter.changed && counters?.changes !== 0,
      refs: this.#sifted,
    };
  });
  /** What the words looked for were found in, in the order one reads it. */
  readonly found = $derived.by(() => {
    const { model } = this.#shown();
    return model && this.sought.words.trim() ? foundBlocks(model, this.#sifted) : [];
  });
  /** The blocks that stay lit; null: all. */
  readonly lit = $derived.by(() => {
    const { model, both, selected } = this.#shown();
    return model ? litBlocks(everyBlock(both ?? model), selected, this.#left) : null;
  });
}
