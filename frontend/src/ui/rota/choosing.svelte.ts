import { chosenAfter, only, type HowChosen } from './choosing';
import type { Ground } from './keyboard';

const nothing = only([]);

/** The blocks chosen to be changed together, by mouse, finger or keyboard. */
export class Choosing {
  keys = $state.raw(nothing);
  #anchor: string | null = null;

  /** Chooses one more; `from` is where a range begins when nothing was chosen before. */
  choose(ground: Ground, key: string, how: HowChosen, from: string | null = null): void {
    const anchor = this.keys.size > 0 ? (this.#anchor ?? from) : from;
    this.keys = chosenAfter(ground, this.keys, anchor, key, how);
    this.#anchor = how === 'range' ? (anchor ?? key) : key;
  }

  /** Whether a press chooses rather than opens: with Shift or Ctrl, and every tap once something was chosen by finger. */
  click(ground: Ground, key: string, event: MouseEvent, from: string | null): boolean {
    const byFinger = event instanceof PointerEvent && event.pointerType === 'touch' && this.keys.size > 0;
    if (event.shiftKey) this.choose(ground, key, 'range', from);
    else if (event.ctrlKey || event.metaKey || byFinger) this.choose(ground, key, 'toggle', from);
    else {
      this.clear();
      return false;
    }
    return true;
  }

  /** Chooses exactly these. */
  set(keys: Iterable<string>): void {
    this.keys = only(keys);
  }

  clear(): void {
    this.keys = nothing;
    this.#anchor = null;
  }
}
