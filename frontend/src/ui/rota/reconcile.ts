/**
 * Gives back the old items wherever the new ones are equal to them, so that what did not change is not drawn again.
 * `keyOf` names an item within its list.
 */
export function reconcile<T>(old: readonly T[], next: readonly T[], keyOf: (item: T) => string): T[] {
  const known = new Map(old.map((item) => [keyOf(item), item]));
  return next.map((item) => {
    const before = known.get(keyOf(item));
    return before !== undefined && sameValue(before, item) ? before : item;
  });
}

/** The old value where the new one is equal to it, so that nothing that hangs on it is worked out again. */
export function settled<T>(old: T | undefined, next: T): T {
  return old !== undefined && sameValue(old, next) ? old : next;
}

/** Whether two values made of plain objects, lists and primitives are equal. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return keys.every((key) => key in right && sameValue(left[key], right[key]));
}

/** Groups items by a key, keeping their order. */
export function groupBy<T, Key = string>(items: Iterable<T>, keyOf: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** Groups items as groupBy does, but gives back the old list of a group in which no item changed. */
export function regroup<T>(old: ReadonlyMap<string, T[]>, items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = groupBy(items, keyOf);
  for (const [key, group] of groups) {
    const before = old.get(key);
    if (before && before.length === group.length && before.every((item, index) => item === group[index])) groups.set(key, before);
  }
  return groups;
}
