import { untrack } from 'svelte';

type Name = () => string | null;

/** What the screen and its parts call themselves; the last one to come is the nearest to what is looked at. */
let names = $state.raw<readonly Name[]>([]);

/**
 * Names the screen in the browser's tab while the component that calls this is there; null leaves the name of its address. Never a person: what a
 * tab says stays in the history of the browser.
 */
export function titled(name: Name): void {
  $effect(() => {
    untrack(() => (names = [...names, name]));
    return () => (names = names.filter((one) => one !== name));
  });
}

/** What the screen calls itself, or null. */
export function screenName(): string | null {
  return names.at(-1)?.() ?? null;
}
