/** How long the pointer or the keyboard rests on a block before its card shows, and how long the way from the block to the card may take. */
export const REST = 400;
export const LEAVE = 250;

const blockOf = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[role="grid"] [data-ref]') : null;
const isInCard = (target: EventTarget | null, id: string): boolean => target instanceof Element && target.closest(`#${id}`) !== null;

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock']);

/**
 * The block somebody rests on, by pointer or by keyboard (WCAG 1.4.13): what is said of it stays while the pointer is on the block or goes to
 * the card, until Escape, a press, or something else. It waits again only when the pointer has moved.
 */
export class Resting {
  /** The block whose card is shown. */
  shown = $state.raw<HTMLElement | null>(null);
  readonly #card: string;
  #wait: ReturnType<typeof setTimeout> | undefined;
  #leave: ReturnType<typeof setTimeout> | undefined;
  /** A block that was pressed tells nothing more until the pointer has left it. */
  #pressed: HTMLElement | null = null;

  /** `card` is the id of the element that shows what is said. */
  constructor(card: string) {
    this.#card = card;
  }

  /** Listens to the whole page until what is returned is called. */
  listen(): () => void {
    const ends = new AbortController();
    const on = <Name extends keyof WindowEventMap>(name: Name, run: (event: WindowEventMap[Name]) => void) =>
      window.addEventListener(name, run, { capture: true, passive: name !== 'keydown', signal: ends.signal });
    on('pointermove', (event) => event.pointerType !== 'touch' && event.buttons === 0 && this.#moved(event.target));
    on('pointerdown', (event) => {
      if (isInCard(event.target, this.#card)) return;
      this.#pressed = blockOf(event.target);
      this.hide();
    });
    on('focusin', (event) => this.#focused(event.target));
    on('keydown', (event) => this.#key(event));
    on('scroll', (event) => !isInCard(event.target, this.#card) && this.hide());
    return () => {
      ends.abort();
      this.hide();
    };
  }

  /** Shows nothing any more, and nothing that was being waited for. */
  hide(): void {
    clearTimeout(this.#wait);
    clearTimeout(this.#leave);
    this.#leave = undefined;
    this.shown = null;
  }

  #moved(target: EventTarget | null): void {
    if (isInCard(target, this.#card)) return this.#stay();
    const block = blockOf(target);
    if (block !== this.#pressed) this.#pressed = null;
    if (block !== null && block === this.shown) return this.#stay();
    if (this.shown) this.#leave ??= setTimeout(() => this.hide(), LEAVE);
    clearTimeout(this.#wait);
    if (block && block !== this.#pressed) this.#wait = setTimeout(() => this.#show(block), REST);
  }

  #stay(): void {
    clearTimeout(this.#leave);
    this.#leave = undefined;
  }

  #focused(target: EventTarget | null): void {
    const block = blockOf(target);
    if (isInCard(target, this.#card) || block === this.shown) return;
    this.hide();
    // A press brings the keyboard too; what it opens tells more than the card.
    if (block?.matches(':focus-visible') && block !== this.#pressed) this.#wait = setTimeout(() => this.#show(block), REST);
  }

  #key(event: KeyboardEvent): void {
    if (MODIFIERS.has(event.key)) return;
    if (event.key === 'Escape' && this.shown) {
      event.stopPropagation();
      event.preventDefault();
    }
    this.hide();
  }

  #show(block: HTMLElement): void {
    this.hide();
    if (block.isConnected) this.shown = block;
  }
}
