import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryReducer, idle, type CarryEvent, type CarryState, type Subject } from './carry';

const origin = { row: 'nora', start: 540 };
const elsewhere = { row: 'karine', start: 600 };
const block: Subject = { key: 'a', ref: 'a', duration: 45, origin };
const fromTray: Subject = { key: null, ref: 'b', duration: 45, origin: null };
const at = (x: number) => ({ x, y: 0 });
const run = (...events: CarryEvent[]): CarryState => events.reduce(carryReducer, idle);

describe('carryReducer', () => {
  it('drags with the mouse once it moved far enough', () => {
    const pressed: CarryEvent = { type: 'press', means: 'mouse', subject: block, at: at(0) };
    expect(run(pressed, { type: 'move', at: at(2), target: elsewhere }).phase).toBe('pressed');
    expect(run(pressed, { type: 'move', at: at(9), target: elsewhere })).toMatchObject({ phase: 'carrying', target: elsewhere });
    expect(run(pressed, { type: 'move', at: at(9), target: elsewhere }, { type: 'release' })).toMatchObject({
      phase: 'dropping',
      target: elsewhere,
    });
    expect(run(pressed, { type: 'release' })).toEqual(idle);
  });

  it('takes an end with a finger at once, and lets go of it where it was', () => {
    const standing = { ...origin, length: 45 };
    const end: Subject = { ...block, origin: standing, deed: 'stretch' };
    const pressed: CarryEvent = { type: 'press', means: 'touch', subject: end, at: at(0) };
    const longer = { ...origin, length: 60 };
    expect(run(pressed, { type: 'move', at: at(30), target: longer }, { type: 'release' })).toMatchObject({
      phase: 'dropping',
      target: longer,
    });
    expect(run(pressed, { type: 'move', at: at(30), target: standing }, { type: 'release' })).toEqual(idle);
  });

  it('lets a finger scroll unless it rested first', () => {
    const pressed: CarryEvent = { type: 'press', means: 'touch', subject: block, at: at(0) };
    expect(run(pressed, { type: 'move', at: at(30), target: null })).toEqual(idle);
    expect(run(pressed, { type: 'hold' }, { type: 'move', at: at(30), target: elsewhere }, { type: 'release' })).toMatchObject({
      phase: 'dropping',
      means: 'touch',
    });
  });

  it('drops nothing where it came from or nowhere', () => {
    const pressed: CarryEvent = { type: 'press', means: 'mouse', subject: block, at: at(0) };
    expect(run(pressed, { type: 'move', at: at(9), target: origin }, { type: 'release' })).toEqual(idle);
    const tray: CarryEvent = { type: 'press', means: 'mouse', subject: fromTray, at: at(0) };
    expect(run(tray, { type: 'move', at: at(9), target: null }, { type: 'release' })).toEqual(idle);
  });

  it('makes the same drop by mouse, touch and keyboard', () => {
    const subjectAndTarget = (state: CarryState) => state.phase === 'dropping' && [state.subject, state.target];
    const mouse = run(
      { type: 'press', means: 'mouse', subject: block, at: at(0) },
      { type: 'move', at: at(9), target: elsewhere },
      { type: 'release' },
    );
    const touch = run(
      { type: 'press', means: 'touch', subject: block, at: at(0) },
      { type: 'hold' },
      { type: 'move', at: at(9), target: elsewhere },
      { type: 'release' },
    );
    const keyboard = run({ type: 'lift', subject: block, target: origin }, { type: 'aim', target: elsewhere }, { type: 'release' });
    expect(subjectAndTarget(mouse)).toEqual([block, elsewhere]);
    expect(subjectAndTarget(touch)).toEqual(subjectAndTarget(mouse));
    expect(subjectAndTarget(keyboard)).toEqual(subjectAndTarget(mouse));
  });

  it('starts nothing new before the last drop is settled', () => {
    const events = fc.array(
      fc.constantFrom<CarryEvent>(
        { type: 'press', means: 'mouse', subject: block, at: at(0) },
        { type: 'press', means: 'touch', subject: fromTray, at: at(0) },
        { type: 'hold' },
        { type: 'lift', subject: block, target: origin },
        { type: 'move', at: at(20), target: elsewhere },
        { type: 'aim', target: elsewhere },
        { type: 'release' },
        { type: 'cancel' },
        { type: 'settle' },
      ),
    );
    fc.assert(
      fc.property(events, (list) => {
        let state: CarryState = idle;
        for (const event of list) {
          const next = carryReducer(state, event);
          if (state.phase === 'dropping') expect(next.phase === 'dropping' || event.type === 'settle').toBe(true);
          if (next.phase === 'dropping') expect(next.target).not.toBeNull();
          state = next;
        }
      }),
    );
  });
});
