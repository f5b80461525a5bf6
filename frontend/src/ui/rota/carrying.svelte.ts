import { carryReducer, idle, LONG_PRESS, type CarryEvent, type CarryState, type Means, type Point, type Subject } from './carry';
import type { Target } from './model';

/** What a move needs from the screen around it. */
export interface CarryHost {
  /** Called once when something is picked up. */
  lifted(subject: Subject): void;
  /** Carries out the drop; false when it was refused. */
  dropped(subject: Subject, target: Target): Promise<boolean>;
  /** Called when the move is over, whatever came of it. */
  ended(): void;
}

/** What a move needs from the grid it goes over. */
export interface CarryGround {
  /** The place under a point; `grab` is how many minutes the pointer stands after the start of the block, or after the end it has taken. Where it is `fine`, the finest step counts. */
  targetAt(point: Point, subject: Subject, grab: number, fine: boolean): Target | null;
  /** Glides the block back from where it was refused. */
  refused(subject: Subject, target: Target): void;
  key(event: KeyboardEvent): void;
  /** A finger rested on something and left it where it was. */
  rested(subject: Subject): void;
}

/** Runs one move at a time, by mouse, finger or keyboard: the same states, the same drop. */
export class Carrying {
  state = $state.raw<CarryState>(idle);
  /** What is being carried, or null. Told apart from the state, which every step of the pointer changes and which all rows would hear of. */
  subject = $state.raw<Subject | null>(null);
  ground: CarryGround | null = null;
  readonly #host: CarryHost;
  #grab = 0;
  #fine = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #release: (() => void) | null = null;

  constructor(host: CarryHost) {
    this.#host = host;
  }

  get target(): Target | null {
    return this.state.phase === 'carrying' || this.state.phase === 'dropping' ? this.state.target : null;
  }

  /** A pointer went down on something that may move. */
  press(event: PointerEvent, subject: Subject, grab: number): void {
    if (event.button !== 0 || this.state.phase !== 'idle') return;
    const means: Means = event.pointerType === 'mouse' ? 'mouse' : 'touch';
    this.#grab = grab;
    this.#listen(event.pointerId);
    this.#send({ type: 'press', means, subject, at: { x: event.clientX, y: event.clientY } });
    if (means === 'touch' && subject.deed !== 'stretch') this.#timer = setTimeout(() => this.#send({ type: 'hold' }), LONG_PRESS);
  }

  /** Picks something up by keyboard. */
  lift(subject: Subject, target: Target): void {
    this.#send({ type: 'lift', subject, target });
  }

  aim(target: Target): void {
    this.#send({ type: 'aim', target });
  }

  /** The grid moved under the pointer: what is carried now stands over something else. */
  scrolled(): void {
    if (this.state.phase !== 'carrying' || this.state.means === 'keyboard' || !this.ground) return;
    const { at, subject } = this.state;
    this.#send({ type: 'move', at, target: this.ground.targetAt(at, subject, this.#grab, this.#fine) });
  }

  release(): void {
    this.#send({ type: 'release' });
  }

  cancel(): void {
    this.#send({ type: 'cancel' });
  }

  #send(event: CarryEvent): void {
    const before = this.state;
    const after = carryReducer(before, event);
    if (after === before) return;
    this.state = after;
    this.subject = after.phase === 'carrying' || after.phase === 'dropping' ? after.subject : null;
    if (after.phase === 'carrying' && before.phase !== 'carrying') this.#host.lifted(after.subject);
    if (after.phase === 'dropping') void this.#drop(after.subject, after.target);
    if (after.phase === 'idle') {
      if (event.type === 'release' && before.phase === 'carrying' && before.means === 'touch' && before.target)
        this.ground?.rested(before.subject);
      this.#unlisten();
      if (before.phase === 'carrying' || before.phase === 'dropping') this.#host.ended();
    }
  }

  async #drop(subject: Subject, target: Target): Promise<void> {
    this.#unlisten();
    let done = false;
    try {
      done = await this.#host.dropped(subject, target);
    } finally {
      this.#send({ type: 'settle' });
      if (!done) this.ground?.refused(subject, target);
    }
  }

  #listen(pointer: number): void {
    const move = (event: PointerEvent) => {
      if (event.pointerId !== pointer) return;
      const at = { x: event.clientX, y: event.clientY };
      const subject = this.subject ?? (this.state.phase === 'pressed' ? this.state.subject : null);
      this.#fine = event.altKey;
      const target = subject && this.ground ? this.ground.targetAt(at, subject, this.#grab, this.#fine) : null;
      this.#send({ type: 'move', at, target });
    };
    const up = (event: PointerEvent) => {
      if (event.pointerId !== pointer) return;
      if (this.state.phase === 'carrying') swallowClick();
      this.#send({ type: 'release' });
    };
    const cancel = () => this.#send({ type: 'cancel' });
    const escape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') cancel();
    };
    const touch = (event: TouchEvent) => {
      if (this.state.phase === 'carrying' && event.cancelable) event.preventDefault();
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', escape);
    window.addEventListener('touchmove', touch, { passive: false });
    this.#release = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', escape);
      window.removeEventListener('touchmove', touch);
    };
  }

  #unlisten(): void {
    clearTimeout(this.#timer);
    this.#release?.();
    this.#release = null;
  }
}

/** The click that follows the end of a drag belongs to the drag. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.stopPropagation();
    event.preventDefault();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
}
