/** A short message that something was done, with at most one thing to press, such as undoing it. */
export interface Toast {
  id: number;
  text: string;
  action?: { label: string; run: () => void };
}

const shownFor = 10_000;
/** Older messages make room: what they offered to undo has been overtaken. */
const atOnce = 3;
const list = $state<Toast[]>([]);
let last = 0;

export function toasts(): readonly Toast[] {
  return list;
}

/** Says it for ten seconds; the newest stands below the others. Never the only way to undo. Returns what {@link dismiss} takes. */
export function say(text: string, action?: Toast['action']): number {
  const id = ++last;
  list.push(action ? { id, text, action } : { id, text });
  if (list.length > atOnce) list.shift();
  setTimeout(() => dismiss(id), shownFor);
  return id;
}

export function dismiss(id: number): void {
  const index = list.findIndex((toast) => toast.id === id);
  if (index >= 0) list.splice(index, 1);
}
