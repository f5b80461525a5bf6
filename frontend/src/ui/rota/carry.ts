import type { Target } from './model';

/** What is being moved: a block of the grid, or something not planned yet, which has no origin. */
export interface Subject {
  /** The block's key; null when it comes from the tray. */
  key: string | null;
  ref: string;
  duration: number;
  origin: Target | null;
  /** What happens to it where it is not moved. */
  deed?: Deed;
}

/** It stays, and one more of it is put down; it stays, and its end is moved. */
export type Deed = 'copy' | 'stretch';

/** By what a move is made. All of them end in the same drop. */
export type Means = 'mouse' | 'touch' | 'keyboard';

/** A point of the screen, in pixels. */
export interface Point {
  x: number;
  y: number;
}

/** Where a move stands. */
export type CarryState =
  | { phase: 'idle' }
  | { phase: 'pressed'; means: Means; subject: Subject; at: Point }
  | { phase: 'carrying'; means: Means; subject: Subject; at: Point; target: Target | null }
  | { phase: 'dropping'; means: Means; subject: Subject; target: Target };

/** What can happen to a move. */
export type CarryEvent =
  | { type: 'press'; means: Means; subject: Subject; at: Point }
  | { type: 'hold' }
  | { type: 'lift'; subject: Subject; target: Target }
  | { type: 'move'; at: Point; target: Target | null }
  | { type: 'aim'; target: Target }
  | { type: 'release' }
  | { type: 'cancel' }
  | { type: 'settle' };

/** How far a mouse moves before a press becomes a drag, and a finger before it becomes a scroll. */
export const MOUSE_SLOP = 4;
export const TOUCH_SLOP = 10;
/** How long a finger rests before it lifts a block. */
export const LONG_PRESS = 400;

export const idle: CarryState = { phase: 'idle' };

/** The state after an event. Events that mean nothing in a state change nothing. */
export function carryReducer(state: CarryState, event: CarryEvent): CarryState {
  switch (event.type) {
    case 'press':
      return state.phase === 'idle' ? { phase: 'pressed', means: event.means, subject: event.subject, at: event.at } : state;
    case 'lift':
      return state.phase === 'idle'
        ? {
            phase: 'carrying',
            means: 'keyboard',
            subject: event.subject,
            at: { x: 0, y: 0 },
            target: event.target,
          }
        : state;
    case 'hold':
      return state.phase === 'pressed' && state.means === 'touch' ? startCarrying(state, state.at, null) : state;
    case 'move':
      return moved(state, event.at, event.target);
    case 'aim':
      return state.phase === 'carrying' ? { ...state, target: event.target } : state;
    case 'release':
      return released(state);
    case 'cancel':
      return state.phase === 'dropping' ? state : idle;
    case 'settle':
      return state.phase === 'dropping' ? idle : state;
  }
}

type Pressed = Extract<CarryState, { phase: 'pressed' }>;

function startCarrying(state: Pressed, at: Point, target: Target | null): CarryState {
  return { phase: 'carrying', means: state.means, subject: state.subject, at, target: target ?? state.subject.origin };
}

function moved(state: CarryState, at: Point, target: Target | null): CarryState {
  if (state.phase === 'carrying') return state.means === 'keyboard' ? state : { ...state, at, target };
  if (state.phase !== 'pressed') return state;
  const far = Math.hypot(at.x - state.at.x, at.y - state.at.y);
  // An end is taken by a handle of its own, which a finger does not scroll with.
  if (state.means === 'mouse' || state.subject.deed === 'stretch') return far < MOUSE_SLOP ? state : startCarrying(state, at, target);
  return far < TOUCH_SLOP ? state : idle;
}

function released(state: CarryState): CarryState {
  if (state.phase !== 'carrying') return state.phase === 'pressed' ? idle : state;
  const { subject, target, means } = state;
  if (!target || sameTarget(target, subject.origin)) return idle;
  return { phase: 'dropping', means, subject, target };
}

/** Whether two targets are the same place of the grid. */
export function sameTarget(a: Target | null, b: Target | null): boolean {
  return a === b || (a !== null && b !== null && a.row === b.row && a.start === b.start && a.length === b.length && a.into === b.into);
}
