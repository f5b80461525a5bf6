import type { Choosing } from './choosing.svelte';
import type { GridBlock } from './model';

/**
 * Marks set on the elements of a grid rather than through its rows: a week has hundreds of blocks, and one or a few of them change. Each of
 * these functions is called once while the grid is made.
 */

/** What the marks need of the grid. */
export interface Marked {
  /** The grid's element; none before it is there. */
  scroller: () => HTMLElement | undefined;
  find: (key: string) => HTMLElement | null;
  /** Reads what draws the blocks, so that marks follow it. */
  drawn: () => unknown;
}

/** One tab stop: the block the tab key enters on. */
export function markEntry({ find, drawn }: Marked, entry: () => string | null): void {
  $effect(() => {
    drawn();
    const key = entry();
    const element = key === null ? null : find(key);
    if (!element) return;
    element.tabIndex = 0;
    return () => (element.tabIndex = -1);
  });
}

/** The blocks of some occurrences wear an attribute, in every row they stand in: those that are carried, those that take in what is. */
export function markRefs({ scroller, drawn }: Marked, attribute: string, refs: () => ReadonlySet<string>): void {
  $effect(() => {
    const wanted = refs();
    if (wanted.size === 0) return;
    drawn();
    const marked = [...(scroller()?.querySelectorAll<HTMLElement>('[data-ref]') ?? [])].filter(({ dataset }) =>
      wanted.has(dataset['ref'] ?? ''),
    );
    for (const element of marked) element.toggleAttribute(attribute, true);
    return () => {
      for (const element of marked) element.removeAttribute(attribute);
    };
  });
}

/** What is chosen to be changed together is pressed, like what is selected. */
export function markChosen({ find, drawn }: Marked, choosing: () => Choosing, selected: () => string | null): void {
  $effect(() => {
    drawn();
    void selected();
    const marked = [...choosing().keys].flatMap((key) => find(key) ?? []);
    for (const element of marked) {
      element.dataset['chosen'] = '';
      element.setAttribute('aria-pressed', 'true');
    }
    return () => {
      for (const element of marked) {
        delete element.dataset['chosen'];
        element.setAttribute('aria-pressed', String(element.dataset['ref'] === selected()));
      }
    };
  });
}

/**
 * Keeps the keyboard on the block that has it while blocks are drawn anew: one that changes its place among others loses it on the way, and one
 * that changes its name is another one at the same place, which `instead` tells.
 */
export function keepKeyboard({ scroller, find, drawn }: Marked, instead: () => GridBlock | undefined): void {
  let held: string | null = null;
  $effect.pre(() => {
    drawn();
    const active = document.activeElement;
    held = scroller()?.contains(active) ? (active?.getAttribute('data-key') ?? null) : null;
  });
  $effect(() => {
    drawn();
    if (held === null || scroller()?.contains(document.activeElement)) return;
    const other = instead();
    (find(held) ?? (other && find(other.key)))?.focus({ preventScroll: true });
  });
}
