import type { Deed } from './carry';
import type { HowChosen } from './choosing';
import { snapStart, stretchedTo } from './geometry';
import { DAY_MINUTES, type Span, type Target } from './model';
import { isWaiting } from './waiting';

/** What the keyboard needs to know of a block. */
export interface Stop {
  key: string;
  start: number;
  end: number;
  movable: boolean;
  stretches: boolean;
}

/** The rows of the grid with their blocks in order of start, and the room they may move in. */
export interface Ground {
  rows: { id: string; stops: Stop[] }[];
  days: number;
  window: Span;
  step: number;
  /** The step with Alt. */
  fine: number;
}

const FIRST_HOUR = 540;

/** What is being moved by keyboard. */
export interface Lift {
  key: string;
  duration: number;
  target: Target;
  deed?: Deed;
}

/** Where the keyboard stands: on which block, and whether it is moving something. */
export interface KeyState {
  focus: string | null;
  lift: Lift | null;
}

/** A key as the grid hears it. */
export interface KeyPress {
  key: string;
  ctrl?: boolean;
  shift?: boolean;
  alt?: boolean;
}

/** What the grid has to do after a key, besides moving the focus. */
export type KeyEffect =
  | { type: 'none' }
  | { type: 'open'; key: string }
  | { type: 'lift'; lift: Lift }
  | { type: 'carry'; target: Target }
  | { type: 'drop'; target: Target }
  | { type: 'cancel' }
  | { type: 'lock'; key: string }
  | { type: 'unplan'; key: string }
  | { type: 'choose'; key: string; how: HowChosen; from: string | null }
  | { type: 'widen'; day: number }
  | { type: 'copy'; key: string }
  | { type: 'paste'; key: string }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'find' }
  | { type: 'help' };

/** The answer to a key: the state after it and what to do; null when the key is not the grid's. */
export interface KeyAnswer {
  state: KeyState;
  effect: KeyEffect;
}

/** The whole keyboard of the grid. It never leaves the rows, days and hours of `ground`. */
export function pressKey(ground: Ground, state: KeyState, press: KeyPress): KeyAnswer | null {
  const shortcut = history(press);
  if (shortcut) return state.lift ? null : { state, effect: shortcut };
  const chosen = state.lift ? null : (chooseKey(ground, state, press) ?? copyKey(ground, state, press));
  if (chosen) return chosen;
  const stretched = stretchKey(ground, state, press);
  if (stretched) return stretched;
  if (press.ctrl && press.key !== 'Home' && press.key !== 'End') return null;
  return state.lift ? carryKey(ground, state, state.lift, press) : browseKey(ground, state, press);
}

/** Shift and an arrow choose all the way, Ctrl and Space one more, Ctrl and A the day, the row, the day of everybody. */
function chooseKey(ground: Ground, state: KeyState, press: KeyPress): KeyAnswer | null {
  const from = entryStop(ground, state.focus);
  if (from === null) return null;
  const choose = (answer: KeyState, how: HowChosen): KeyAnswer => ({
    state: answer,
    effect: { type: 'choose', key: answer.focus ?? from, how, from },
  });
  const here = { focus: from, lift: null };
  if (press.ctrl && press.key === ' ') return choose(here, 'toggle');
  if (press.ctrl && press.key.toLowerCase() === 'a') return choose(here, 'all');
  if (!press.shift || press.ctrl || !press.key.startsWith('Arrow')) return null;
  const walked = browseKey(ground, state, press);
  return walked && choose(walked.state, 'range');
}

/** Ctrl and C remember a block, Ctrl and V take one more of it in hand. */
function copyKey(ground: Ground, state: KeyState, press: KeyPress): KeyAnswer | null {
  const key = entryStop(ground, state.focus);
  const type = press.ctrl && !press.shift ? copyKeys[press.key.toLowerCase()] : undefined;
  return key === null || !type ? null : { state: { focus: key, lift: null }, effect: { type, key } };
}

/** Ctrl, Shift and an arrow take the end of a block in hand; the arrows then move it, with or without them. */
function stretchKey(ground: Ground, state: KeyState, press: KeyPress): KeyAnswer | null {
  const { lift } = state;
  const direction = ({ ArrowRight: 1, ArrowLeft: -1 } as const)[press.key];
  if (lift) {
    if (lift.deed !== 'stretch' || direction === undefined) return null;
    const target = stretchTarget(ground, lift.target, direction, press.alt ? ground.fine : ground.step);
    return { state: { ...state, lift: { ...lift, target } }, effect: { type: 'carry', target } };
  }
  if (!press.ctrl || !press.shift || direction === undefined) return null;
  const here = findStop(ground, entryStop(ground, state.focus));
  if (!here?.stop.stretches) return null;
  const { key, start, end } = here.stop;
  const standing: Target = { row: ground.rows[here.row]?.id ?? '', start, length: end - start };
  const target = stretchTarget(ground, standing, direction, ground.step);
  const taken: Lift = { key, duration: end - start, target, deed: 'stretch' };
  return { state: { focus: key, lift: taken }, effect: { type: 'lift', lift: taken } };
}

/** The same block with its end moved to the next step in a direction. */
function stretchTarget({ window, fine }: Ground, target: Target, direction: 1 | -1, step: number): Target {
  const end = nextStep(target.start + (target.length ?? 0), direction, step);
  return { ...target, length: stretchedTo(target.start, end, fine, window) };
}

const copyKeys: Record<string, 'copy' | 'paste'> = { c: 'copy', v: 'paste' };

function history(press: KeyPress): KeyEffect | null {
  if (!press.ctrl) return null;
  const key = press.key.toLowerCase();
  if (key === 'z') return { type: press.shift ? 'redo' : 'undo' };
  return key === 'y' ? { type: 'redo' } : null;
}

interface Position {
  row: number;
  index: number;
  stop: Stop;
}

/** Where a block stands among the rows, or null. */
export function findStop(ground: Ground, key: string | null): Position | null {
  if (key === null) return null;
  for (const [row, { stops }] of ground.rows.entries()) {
    const index = stops.findIndex((stop) => stop.key === key);
    const stop = stops[index];
    if (stop) return { row, index, stop };
  }
  return null;
}

/** The block the tab key enters on: the focused one while it is there, else the first. */
export function entryStop(ground: Ground, focus: string | null): string | null {
  if (findStop(ground, focus)) return focus;
  for (const { stops } of ground.rows) if (stops[0]) return stops[0].key;
  return null;
}

function browseKey(ground: Ground, state: KeyState, press: KeyPress): KeyAnswer | null {
  const here = findStop(ground, entryStop(ground, state.focus));
  if (press.key === '?') return { state, effect: { type: 'help' } };
  if (press.key === '/') return { state, effect: { type: 'find' } };
  if (!here) return null;
  const stay = (effect: KeyEffect): KeyAnswer => ({
    state: { focus: here.stop.key, lift: null },
    effect,
  });
  const go = (stop: Stop | undefined): KeyAnswer => ({
    state: { focus: (stop ?? here.stop).key, lift: null },
    effect: { type: 'none' },
  });
  const stops = ground.rows[here.row]?.stops ?? [];
  switch (press.key) {
    case 'ArrowRight':
      return go(stops[here.index + 1]);
    case 'ArrowLeft':
      return go(stops[here.index - 1]);
    case 'ArrowDown':
      return go(nearestBelow(ground, here, 1));
    case 'ArrowUp':
      return go(nearestBelow(ground, here, -1));
    case 'Home':
      return go(press.ctrl ? edgeStop(ground, 1) : stops[0]);
    case 'End':
      return go(press.ctrl ? edgeStop(ground, -1) : stops.at(-1));
    case 'PageDown':
      return go(nextDay(stops, here.stop, 1));
    case 'PageUp':
      return go(nextDay(stops, here.stop, -1));
    case 'Enter':
      return stay({ type: 'open', key: here.stop.key });
    case ' ':
      return here.stop.movable ? liftStop(ground, here) : stay({ type: 'open', key: here.stop.key });
    case 'Escape':
      return stay({ type: 'cancel' });
  }
  return isWaiting(here.stop) ? null : plannedKey(here.stop, press, stay);
}

/** The keys that only mean something on what has an hour. */
function plannedKey(stop: Stop, press: KeyPress, stay: (effect: KeyEffect) => KeyAnswer): KeyAnswer | null {
  switch (press.key) {
    case 'l':
    case 'L':
      return stay({ type: 'lock', key: stop.key });
    case '+':
      return stay({ type: 'widen', day: Math.floor(stop.start / DAY_MINUTES) });
    case 'Delete':
      return stay({ type: 'unplan', key: stop.key });
    default:
      return null;
  }
}

function liftStop(ground: Ground, here: Position): KeyAnswer {
  const duration = here.stop.end - here.stop.start;
  const start = isWaiting(here.stop) ? firstStart(ground, duration) : here.stop.start;
  const lift: Lift = { key: here.stop.key, duration, target: { row: ground.rows[here.row]?.id ?? '', start } };
  return { state: { focus: here.stop.key, lift }, effect: { type: 'lift', lift } };
}

/** Where something that has no hour yet is lifted to. */
export function firstStart({ step, window }: Ground, duration: number): number {
  return snapStart(FIRST_HOUR, duration, step, window);
}

function nearestBelow(ground: Ground, here: Position, direction: 1 | -1): Stop | undefined {
  for (let row = here.row + direction; row >= 0 && row < ground.rows.length; row += direction) {
    const stops = ground.rows[row]?.stops ?? [];
    const distance = (stop: Stop) => Math.abs(stop.start - here.stop.start);
    if (stops.length > 0) return stops.reduce((best, stop) => (distance(stop) < distance(best) ? stop : best));
  }
  return undefined;
}

function edgeStop(ground: Ground, direction: 1 | -1): Stop | undefined {
  const rows = ground.rows.filter((row) => row.stops.length > 0);
  return direction === 1 ? rows[0]?.stops[0] : rows.at(-1)?.stops.at(-1);
}

function nextDay(stops: Stop[], from: Stop, direction: 1 | -1): Stop | undefined {
  const day = Math.floor(from.start / DAY_MINUTES);
  const hour = from.start % DAY_MINUTES;
  const days = stops.map((stop) => Math.floor(stop.start / DAY_MINUTES));
  const later = days.filter((other) => (direction === 1 ? other > day : other < day));
  if (later.length === 0) return undefined;
  const wanted = direction === 1 ? Math.min(...later) : Math.max(...later);
  const distance = (stop: Stop) => Math.abs((stop.start % DAY_MINUTES) - hour);
  return stops.filter((_, index) => days[index] === wanted).reduce((best, stop) => (distance(stop) < distance(best) ? stop : best));
}

function carryKey(ground: Ground, state: KeyState, lift: Lift, press: KeyPress): KeyAnswer | null {
  const carry = (target: Target): KeyAnswer => ({
    state: { ...state, lift: { ...lift, target } },
    effect: { type: 'carry', target },
  });
  const { target, duration, deed } = lift;
  if (deed === 'stretch' && !/^(Enter| |Escape|Tab)$/.test(press.key)) return null;
  const step = press.alt ? ground.fine : ground.step;
  switch (press.key) {
    case 'ArrowRight':
      return carry({ ...target, start: shiftStart(ground, target.start, duration, 1, step) });
    case 'ArrowLeft':
      return carry({ ...target, start: shiftStart(ground, target.start, duration, -1, step) });
    case 'ArrowDown':
      return carry({ ...target, row: shiftRow(ground, target.row, 1) });
    case 'ArrowUp':
      return carry({ ...target, row: shiftRow(ground, target.row, -1) });
    case 'PageDown':
      return carry({ ...target, start: shiftDay(ground, target.start, 1) });
    case 'PageUp':
      return carry({ ...target, start: shiftDay(ground, target.start, -1) });
    case 'Home':
      return carry({ ...target, start: edgeStart(ground, target.start, duration, 1) });
    case 'End':
      return carry({ ...target, start: edgeStart(ground, target.start, duration, -1) });
    case 'Enter':
    case ' ':
      return { state: { ...state, lift: null }, effect: { type: 'drop', target } };
    case 'Escape':
    case 'Tab':
      return { state: { ...state, lift: null }, effect: { type: 'cancel' } };
    default:
      return null;
  }
}

function edgeStart(ground: Ground, start: number, duration: number, edge: 1 | -1): number {
  const day = Math.floor(start / DAY_MINUTES) * DAY_MINUTES;
  const { step, window } = ground;
  const first = Math.ceil(window.from / step) * step;
  const last = Math.max(first, Math.floor((window.to - duration) / step) * step);
  return day + (edge === 1 ? first : last);
}

/** The next minute of a step: from between two of them, the nearer one. */
function nextStep(minute: number, direction: 1 | -1, step: number): number {
  return (direction === 1 ? Math.floor(minute / step) + 1 : Math.ceil(minute / step) - 1) * step;
}

/** The next start of a step that the grid shows. */
function shiftStart(ground: Ground, start: number, duration: number, direction: 1 | -1, step: number): number {
  const moved = nextStep(start, direction, step);
  const first = edgeStart(ground, start, duration, 1);
  const last = edgeStart(ground, start, duration, -1);
  if (moved >= first && moved <= last) return moved;
  const day = Math.floor(start / DAY_MINUTES) + direction;
  if (day < 0 || day >= ground.days) return Math.max(first, Math.min(start, last));
  return edgeStart(ground, day * DAY_MINUTES, duration, direction);
}

function shiftDay(ground: Ground, start: number, direction: 1 | -1): number {
  const day = Math.floor(start / DAY_MINUTES) + direction;
  return day < 0 || day >= ground.days ? start : start + direction * DAY_MINUTES;
}

function shiftRow(ground: Ground, row: string, direction: 1 | -1): string {
  const index = ground.rows.findIndex((candidate) => candidate.id === row);
  return ground.rows[index + direction]?.id ?? row;
}
