import type { PlacedBlock } from './layout';
import { sameValue } from './reconcile';

/**
 * Draws the blocks of a cell. A week has hundreds of them, all alike, so they are not components: a block is a copy of one element on which
 * only what differs from before is set. Positions go through the CSSOM, as the Content-Security-Policy allows no style attributes.
 */

/** What a block looks like in its cell. */
export interface BlockView {
  placed: PlacedBlock;
  /** Where the cell begins on the track, in pixels. */
  origin: number;
  dim: boolean;
  selected: boolean;
}

/** From this width on there is room for the padlock. */
const LOCK_ROOM = 16;
const LEAST_TRAVEL = 3;

interface Drawn {
  button: HTMLButtonElement;
  travel: HTMLElement | null;
  view: BlockView;
  sign: SignKind;
}

type SignKind = 'alert' | 'lock' | null;

const drawnIn = new WeakMap<Element, Map<string, Drawn>>();

/** Makes a cell show these blocks, in this order. */
export function drawBlocks(cell: HTMLElement, views: readonly BlockView[]): void {
  const before = drawnIn.get(cell);
  const drawn = new Map<string, Drawn>();
  for (const view of views) {
    const key = view.placed.block.key;
    const known = before?.get(key);
    before?.delete(key);
    if (known) update(known, view);
    drawn.set(key, known ?? newBlock(view));
  }
  for (const gone of before?.values() ?? []) {
    gone.travel?.remove();
    gone.button.remove();
  }
  drawnIn.set(cell, drawn);
  order(cell, drawn.values());
}

/** Puts the elements of a cell in order, moving no more than has to move: one that is moved loses the keyboard. */
function order(cell: HTMLElement, drawn: Iterable<Drawn>): void {
  let next = cell.firstChild;
  for (const { travel, button } of drawn) {
    for (const element of travel ? [travel, button] : [button]) {
      if (element === next) next = element.nextSibling;
      else cell.insertBefore(element, next);
    }
  }
}

function newBlock(view: BlockView): Drawn {
  const button = copyOf('<button type="button" class="b" tabindex="-1"></button>') as HTMLButtonElement;
  const { block, label, name } = view.placed;
  button.dataset['key'] = block.key;
  button.dataset['ref'] = block.ref;
  button.dataset['k'] = block.kind;
  button.dataset['m'] = block.colour?.tint ?? '';
  button.toggleAttribute('data-end', block.stretches);
  button.dataset['state'] = stateOf(view);
  button.className = classOf(view);
  button.setAttribute('aria-label', name);
  button.setAttribute('aria-pressed', String(view.selected));
  writeLabel(button, label);
  stand(button, view, null);
  const drawn: Drawn = { button, travel: null, view, sign: null };
  drawSign(drawn);
  drawTravel(drawn);
  return drawn;
}

function update(drawn: Drawn, view: BlockView): void {
  const { button, view: before } = drawn;
  const [was, is] = [before.placed, view.placed];
  drawn.view = view;
  if (before.dim !== view.dim || before.selected !== view.selected || was.label.wide !== is.label.wide || was.label.time !== is.label.time)
    button.className = classOf(view);
  if (before.selected !== view.selected) button.setAttribute('aria-pressed', String(view.selected));
  if (was === is && before.origin === view.origin && before.dim === view.dim) return;
  if (was.block.kind !== is.block.kind) button.dataset['k'] = is.block.kind;
  if (was.block.colour !== is.block.colour) button.dataset['m'] = is.block.colour?.tint ?? '';
  if (was.block.stretches !== is.block.stretches) button.toggleAttribute('data-end', is.block.stretches);
  if (was.block.state !== is.block.state) button.dataset['state'] = stateOf(view);
  if (was.name !== is.name) button.setAttribute('aria-label', is.name);
  if (!sameValue(was.label, is.label)) {
    button.replaceChildren();
    drawn.sign = null;
    writeLabel(button, is.label);
  }
  stand(button, view, before);
  drawSign(drawn);
  drawTravel(drawn);
}

/** Sets what differs from before: every row in which one block moved is laid out anew, and most of its blocks stay where they are. */
function stand(button: HTMLElement, view: BlockView, before: BlockView | null): void {
  const [is, was] = [view.placed, before?.placed];
  if (is.left - view.origin !== (was?.left ?? NaN) - (before?.origin ?? 0)) button.style.left = `${is.left - view.origin}px`;
  if (is.width !== was?.width) button.style.width = `${is.width}px`;
  if (is.top !== was?.top) button.style.top = `${is.top}px`;
  if (is.height !== was?.height) button.style.height = `${is.height}px`;
}

function classOf({ placed, dim, selected }: BlockView): string {
  return `b${placed.label.wide ? ' wide' : ''}${placed.label.time === undefined ? '' : ' card-line'}${dim ? ' dim' : ''}${selected ? ' sel' : ''}`;
}

function stateOf({ placed }: BlockView): string {
  const { conflict, changed, wish, locked, held } = placed.block.state;
  return [conflict && 'conflict', changed && 'draft', wish && 'wish', locked && 'lock', held && 'held'].filter(Boolean).join(' ');
}

function writeLabel(button: HTMLElement, { text, extra, time, code }: PlacedBlock['label']): void {
  if (!text && !time) return;
  const words = document.createElement('span');
  // The spaces are for who reads the text; a line of cards spaces its parts itself.
  if (time) words.append(written('tm', time), ' ');
  if (code) words.append(written('cd', code), ' ');
  words.append(text);
  if (extra && time) words.append(' ');
  if (extra) words.append(written('x', extra));
  button.prepend(words);
}

function written(className: string, text: string): HTMLElement {
  const part = document.createElement('span');
  part.className = className;
  part.textContent = text;
  return part;
}

/** The line of travel that leads to a block stands before it; a dimmed block has none. */
function drawTravel(drawn: Drawn): void {
  const { placed, origin, dim } = drawn.view;
  if (placed.travelWidth <= LEAST_TRAVEL || dim) {
    drawn.travel?.remove();
    drawn.travel = null;
    return;
  }
  if (!drawn.travel) {
    drawn.travel = document.createElement('span');
    drawn.travel.className = 'trav';
    if (drawn.button.parentNode) drawn.button.before(drawn.travel);
  }
  drawn.travel.style.left = `${placed.travelLeft - origin}px`;
  drawn.travel.style.width = `${placed.travelWidth}px`;
}

function signOf({ placed }: BlockView): SignKind {
  if (placed.block.state.conflict) return 'alert';
  return placed.block.state.locked && placed.width >= LOCK_ROOM ? 'lock' : null;
}

const SIGNS: Record<NonNullable<SignKind>, string> = {
  alert:
    '<path d="M7 .8 13.6 12.8H.4z" fill="var(--bad-line)" stroke="var(--sheet)" stroke-width="1.2" />' +
    '<path d="M7 5v4M7 10.8v.6" stroke="var(--sheet)" stroke-width="1.5" />',
  lock:
    '<circle cx="7" cy="7" r="6.5" fill="var(--ink-2)" stroke="var(--sheet)" />' +
    '<path d="M4.3 6.5h5.4v4H4.3zM5.3 6.5V5a1.7 1.7 0 0 1 3.4 0v1.5" fill="none" stroke="var(--sheet)" stroke-width="1.2" />',
};

function drawSign(drawn: Drawn): void {
  const wanted = signOf(drawn.view);
  if (wanted === drawn.sign) return;
  drawn.button.querySelector('.sign')?.remove();
  drawn.sign = wanted;
  if (wanted) drawn.button.append(copyOf(`<span class="sign" aria-hidden="true"><svg viewBox="0 0 14 14">${SIGNS[wanted]}</svg></span>`));
}

const templates = new Map<string, HTMLTemplateElement>();

/** A fresh copy of an element written as HTML. */
function copyOf(html: string): Element {
  let template = templates.get(html);
  if (!template) {
    template = document.createElement('template');
    template.innerHTML = html;
    templates.set(html, template);
  }
  return document.importNode(template.content, true).firstElementChild as Element;
}
