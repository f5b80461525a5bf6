import { describe } from '$api/errors';

/** A short message: that something was done, could not be done, or simply is so; with at most one thing to press, such as undoing it. */
export interface Toast {
  id: number;
  kind: 'done' | 'failed' | 'told';
  text: string;
  action?: { label: string; run: () => void };
  /** What it is about: the next one about the same takes its place, as what it says and offers is overtaken. */
  about?: string;
  /** Whether a screen reader hears it elsewhere, as from a line that says the same. */
  said?: boolean;
}

/** What a message is about, and whether it is heard elsewhere too. */
export type Subject = Pick<Toast, 'about' | 'said'>;

const shownFor = 10_000;
/** Older messages make room. */
const atOnce = 3;
const list = $state<Toast[]>([]);
let last = 0;

export function toasts(): readonly Toast[] {
  return list;
}

/** Says that something was done, for ten seconds; the newest stands below the others. Never the only way to undo. Returns what {@link dismiss} takes. */
export const say = (text: string, action?: Toast['action'], about?: Subject): number => show('done', text, action, about);

/** The same for what nobody has just done: what somebody else did, or why nothing happened. */
export const inform = (text: string, action?: Toast['action'], about?: Subject): number => show('told', text, action, about);

/** The same for what could not be done, in the words for the error, or better ones. */
export const complain = (error: unknown, words = describe(error)): number => show('failed', words);

function show(kind: Toast['kind'], text: string, action?: Toast['action'], subject?: Subject): number {
  const id = ++last;
  for (const { id: overtaken } of list.filter(({ about }) => about !== undefined && about === subject?.about)) dismiss(overtaken);
  list.push({ id, kind, text, ...(action && { action }), ...subject });
  if (list.length > atOnce) list.shift();
  setTimeout(() => dismiss(id), shownFor);
  return id;
}

export function dismiss(id: number): void {
  const index = list.findIndex((toast) => toast.id === id);
  if (index >= 0) list.splice(index, 1);
}
