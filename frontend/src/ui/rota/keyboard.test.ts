import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryStop, findStop, pressKey, type Ground, type KeyPress, type KeyState } from './keyboard';
import { DAY_MINUTES } from './model';
import { isWaiting, waitingSpan } from './waiting';

const WINDOW = { from: 480, to: 1110 };

const grounds: fc.Arbitrary<Ground> = fc
  .record({
    days: fc.integer({ min: 1, max: 7 }),
    rows: fc.array(fc.array(fc.tuple(fc.nat(6), fc.nat(40), fc.integer({ min: 1, max: 8 }))), { minLength: 1, maxLength: 6 }),
    waiting: fc.nat(2),
  })
  .map(({ days, rows, waiting }) => ({
    days,
    window: WINDOW,
    step: 15,
    fine: 5,
    rows: rows.map((stops, row) => ({
      id: `row ${row}`,
      stops: stops
        .map(([day, quarter, length], index) => {
          const duration = length * 15;
          const start = (day % days) * DAY_MINUTES + Math.min(480 + quarter * 15, 1110 - duration);
          if (index < waiting) return { key: `${row}/${index}`, ...waitingSpan(duration), movable: true, stretches: false };
          return { key: `${row}/${index}`, start, end: start + duration, movable: index % 5 !== 4, stretches: index % 5 !== 4 };
        })
        .sort((a, b) => a.start - b.start),
    })),
  }));

const keys = fc.array(
  fc.record({
    key: fc.constantFrom(
      ...[
        'ArrowLeft',
        'ArrowRight',
        'ArrowUp',
        'ArrowDown',
        'Home',
        'End',
        'PageUp',
        'PageDown',
        'Enter',
        ' ',
        'Escape',
        'l',
        'c',
        'v',
        'Delete',
        'z',
        'y',
        '?',
        'Tab',
        'q',
      ],
    ),
    ctrl: fc.boolean(),
    shift: fc.boolean(),
  }),
  { maxLength: 60 },
);

function run(ground: Ground, presses: KeyPress[], start: KeyState = { focus: null, lift: null }): KeyState {
  return presses.reduce((state, press) => pressKey(ground, state, press)?.state ?? state, start);
}

describe('what waits', () => {
  const ground: Ground = {
    days: 5,
    window: WINDOW,
    step: 15,
    fine: 5,
    rows: [
      { id: 'lina', stops: [{ key: 'waits', ...waitingSpan(45), movable: true, stretches: false }] },
      { id: 'omar', stops: [{ key: 'friday', start: 4 * DAY_MINUTES + 600, end: 4 * DAY_MINUTES + 645, movable: true, stretches: true }] },
    ],
  };
  const press = (focus: string, key: string) => pressKey(ground, { focus, lift: null }, { key });

  it('is lifted to the first morning and opened, but neither locked, cleared nor widened', () => {
    expect(isWaiting(ground.rows[0]!.stops[0]!)).toBe(true);
    expect(press('waits', ' ')?.effect).toEqual({
      type: 'lift',
      lift: { key: 'waits', duration: 45, target: { row: 'lina', start: 540 } },
    });
    expect(press('waits', 'Enter')?.effect).toEqual({ type: 'open', key: 'waits' });
    for (const key of ['l', 'L', 'Delete', '+']) {
      expect(press('waits', key)).toBeNull();
      expect(press('friday', key)).not.toBeNull();
    }
    expect(press('friday', 'ArrowUp')?.state.focus).toBe('waits');
  });
});

describe('pressKey', () => {
  it('never leaves the grid', () => {
    fc.assert(
      fc.property(grounds, keys, (ground, presses) => {
        let state: KeyState = { focus: null, lift: null };
        for (const press of presses) {
          state = pressKey(ground, state, press)?.state ?? state;
          if (state.focus !== null) expect(findStop(ground, state.focus)).not.toBeNull();
          if (!state.lift) continue;
          const { target, duration } = state.lift;
          const hour = target.start % DAY_MINUTES;
          expect(ground.rows.map((row) => row.id)).toContain(target.row);
          expect(target.start).toBeGreaterThanOrEqual(0);
          expect(Math.floor(target.start / DAY_MINUTES)).toBeLessThan(ground.days);
          expect(hour).toBeGreaterThanOrEqual(WINDOW.from);
          expect(hour + (target.length ?? duration)).toBeLessThanOrEqual(WINDOW.to);
          expect(target.length ?? duration).toBeGreaterThanOrEqual(ground.fine);
        }
      }),
    );
  });

  it('takes the end of a block with Ctrl, Shift and an arrow, and moves it alone', () => {
    const stop = { key: 'a', start: 540, end: 585, movable: true, stretches: true };
    const ground: Ground = { days: 1, window: WINDOW, step: 15, fine: 5, rows: [{ id: 'nora', stops: [stop] }] };
    const longer: KeyPress = { key: 'ArrowRight', ctrl: true, shift: true };
    const taken = run(ground, [longer]);
    expect(taken.lift).toEqual({ key: 'a', duration: 45, deed: 'stretch', target: { row: 'nora', start: 540, length: 60 } });
    const lengthAfter = (...presses: KeyPress[]) => run(ground, [longer, ...presses]).lift?.target.length;
    expect(lengthAfter(longer, { key: 'ArrowRight' })).toBe(90);
    expect(lengthAfter({ key: 'ArrowLeft', alt: true })).toBe(55);
    expect(lengthAfter({ key: 'ArrowLeft', alt: true }, { key: 'ArrowLeft' })).toBe(45);
    expect(lengthAfter(...Array<KeyPress>(20).fill({ key: 'ArrowLeft' }))).toBe(5);
    for (const key of ['ArrowUp', 'PageDown', 'Home', 'l']) expect(pressKey(ground, taken, { key })).toBeNull();
    expect(pressKey(ground, taken, { key: 'Enter' })?.effect).toEqual({ type: 'drop', target: taken.lift?.target });
    expect(pressKey(ground, taken, { key: 'Escape' })?.effect).toEqual({ type: 'cancel' });
    const locked = { ...ground, rows: [{ id: 'nora', stops: [{ ...stop, stretches: false }] }] };
    expect(pressKey(locked, { focus: 'a', lift: null }, longer)).toBeNull();
  });

  it('comes back where it was when a move is undone step by step', () => {
    fc.assert(
      fc.property(grounds, fc.integer({ min: 1, max: 200 }), (ground, steps) => {
        const lifted = run(ground, [{ key: ' ' }]);
        if (!lifted.lift) return;
        const right = run(
          ground,
          Array.from({ length: steps }, () => ({ key: 'ArrowRight' })),
          lifted,
        );
        const left = run(
          ground,
          Array.from({ length: 400 * 7 }, () => ({ key: 'ArrowLeft' })),
          right,
        );
        expect(left.lift?.target.start).toBe(WINDOW.from);
      }),
      { numRuns: 30 },
    );
  });

  it('lifts only what may move', () => {
    fc.assert(
      fc.property(grounds, keys, (ground, presses) => {
        const state = run(ground, presses);
        if (state.lift) expect(findStop(ground, state.lift.key)?.stop.movable).toBe(true);
      }),
    );
  });
});

const week: Ground = {
  days: 5,
  window: WINDOW,
  step: 15,
  fine: 5,
  rows: [
    { id: 'nora', stops: [stop('a', 540), stop('b', 840), stop('c', DAY_MINUTES + 600)] },
    { id: 'empty', stops: [] },
    { id: 'karine', stops: [stop('d', 810), stop('e', 2 * DAY_MINUTES + 540)] },
  ],
};

function stop(key: string, start: number) {
  return { key, start, end: start + 45, movable: true, stretches: true };
}

function after(focus: string | null, ...presses: string[]): string | null {
  return run(
    week,
    presses.map((key) => ({ key })),
    { focus, lift: null },
  ).focus;
}

describe('browsing', () => {
  it('enters on the first block', () => {
    expect(entryStop(week, null)).toBe('a');
    expect(entryStop(week, 'gone')).toBe('a');
    expect(entryStop(week, 'd')).toBe('d');
  });

  it('goes along the row, and to the nearest in time in the next row that has any', () => {
    expect(after('a', 'ArrowRight')).toBe('b');
    expect(after('c', 'ArrowRight')).toBe('c');
    expect(after('b', 'ArrowDown')).toBe('d');
    expect(after('e', 'ArrowUp')).toBe('c');
    expect(after('b', 'End')).toBe('c');
    expect(after('c', 'Home')).toBe('a');
    expect(after('b', 'PageDown')).toBe('c');
    expect(after('c', 'PageUp')).toBe('a');
  });

  it('leaves other keys alone', () => {
    expect(pressKey(week, { focus: 'a', lift: null }, { key: 'Tab' })).toBeNull();
    expect(pressKey(week, { focus: 'a', lift: null }, { key: 'p', ctrl: true })).toBeNull();
  });

  it.each([
    ['Enter', { type: 'open', key: 'a' }],
    ['l', { type: 'lock', key: 'a' }],
    ['Delete', { type: 'unplan', key: 'a' }],
    ['+', { type: 'widen', day: 0 }],
    ['?', { type: 'help' }],
  ])('%s asks for %o', (key, effect) => {
    expect(pressKey(week, { focus: 'a', lift: null }, { key })?.effect).toEqual(effect);
  });

  it('undoes and redoes', () => {
    const state = { focus: 'a', lift: null };
    expect(pressKey(week, state, { key: 'z', ctrl: true })?.effect.type).toBe('undo');
    expect(pressKey(week, state, { key: 'Z', ctrl: true, shift: true })?.effect.type).toBe('redo');
  });
});

describe('moving', () => {
  const lifted = run(week, [{ key: ' ' }], { focus: 'b', lift: null });

  it('moves by a quarter of an hour, by row and by day', () => {
    expect(run(week, [{ key: 'ArrowRight' }], lifted).lift?.target).toEqual({ row: 'nora', start: 855 });
    expect(run(week, [{ key: 'ArrowDown' }], lifted).lift?.target).toEqual({ row: 'empty', start: 840 });
    expect(run(week, [{ key: 'PageDown' }], lifted).lift?.target).toEqual({ row: 'nora', start: DAY_MINUTES + 840 });
  });

  it('jumps over the night', () => {
    expect(run(week, [{ key: 'End' }, { key: 'ArrowRight' }], lifted).lift?.target.start).toBe(DAY_MINUTES + 480);
  });

  it('drops with Enter, gives up with Escape', () => {
    expect(pressKey(week, lifted, { key: 'Enter' })?.effect).toEqual({ type: 'drop', target: { row: 'nora', start: 840 } });
    expect(pressKey(week, lifted, { key: 'Escape' })).toEqual({ state: { focus: 'b', lift: null }, effect: { type: 'cancel' } });
  });

  it('copies the focused block with Ctrl and C, and takes one more of it in hand with Ctrl and V', () => {
    const stop = { key: 'a', start: 540, end: 600, movable: true, stretches: true };
    const ground: Ground = { rows: [{ id: 'row', stops: [stop] }], days: 5, window: WINDOW, step: 15, fine: 5 };
    const state: KeyState = { focus: 'a', lift: null };
    expect(pressKey(ground, state, { key: 'c', ctrl: true })?.effect).toEqual({ type: 'copy', key: 'a' });
    expect(pressKey(ground, state, { key: 'v', ctrl: true })?.effect).toEqual({ type: 'paste', key: 'a' });
    expect(pressKey(ground, state, { key: 'c' })).toBeNull();
    const lifted: KeyState = { focus: 'a', lift: { key: 'a', duration: 60, target: { row: 'row', start: 540 } } };
    expect(pressKey(ground, lifted, { key: 'v', ctrl: true })).toBeNull();
  });
});
