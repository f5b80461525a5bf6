import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MyItem } from '$api/wire';
import { agenda, firstDay, hoursOfDay, hoursOfWeek, itemsOfDay, shownDays } from './day';

const lunch = { from: 12 * 60, to: 14 * 60, minutes: 45 };

function item(start: number, end: number, travel_before = 0): MyItem {
  return {
    activity: `a${start}`,
    occurrence: 0,
    kind: 'session',
    label: 'Orthophonie',
    modality: 'MO',
    start,
    end,
    children: [],
    place: 'p',
    room: null,
    travel_before,
    with: [],
    fixed: false,
    change: null,
  };
}

const at = (hours: number, minutes = 0, day = 0) => day * 1440 + hours * 60 + minutes;

describe('agenda', () => {
  it('tells the first journey, free time, and a meal with the journey after it', () => {
    const day = [item(at(8, 45), at(9, 30), 15), item(at(10, 15), at(11, 45)), item(at(13, 30), at(14, 30), 15)];
    expect(agenda(day, lunch).filter((entry) => entry.kind === 'gap')).toEqual([
      { kind: 'gap', free: 0, travel: 15, meal: false },
      { kind: 'gap', free: 45, travel: 0, meal: false },
      { kind: 'gap', free: 90, travel: 15, meal: true },
    ]);
  });

  it('is silent about a pause between two doors, not about a journey', () => {
    expect(agenda([item(at(9), at(10)), item(at(10, 10), at(11))], null)).toHaveLength(2);
    expect(agenda([item(at(9), at(10)), item(at(10, 10), at(11), 10)], null)[1]).toEqual({ kind: 'gap', free: 0, travel: 10, meal: false });
  });

  it('sees no meal where the time for it is too short or at another hour', () => {
    expect(agenda([item(at(11), at(13)), item(at(13, 30), at(14))], lunch)[1]).toMatchObject({ meal: false });
    expect(agenda([item(at(9), at(10)), item(at(11, 30), at(12))], lunch)[1]).toMatchObject({ meal: false });
  });

  it('finds the meal on every day of the week', () => {
    expect(agenda([item(at(11, 0, 3), at(12, 0, 3)), item(at(13, 0, 3), at(14, 0, 3))], lunch)[1]).toMatchObject({ meal: true });
  });

  it('never loses an appointment nor invents time, whatever overlaps', () => {
    const any = fc.record({
      start: fc.integer({ min: 480, max: 1000 }),
      length: fc.integer({ min: 15, max: 180 }),
      travel: fc.integer({ min: 0, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (list) => {
        const day = itemsOfDay(
          list.map(({ start, length, travel }) => item(start, start + length, travel)),
          0,
        );
        const entries = agenda(day, lunch);
        const gaps = entries.filter((entry) => entry.kind === 'gap');
        expect(entries.length - gaps.length).toBe(list.length);
        expect(gaps.every((gap) => gap.free >= 0 && gap.free + gap.travel > 0)).toBe(true);
      }),
    );
  });
});

it('shows the weekend only as far as something is planned or was taken out then', () => {
  const days = ['23', '24', '25', '26', '27', '28', '29'].map((day) => ({ date: `2026-11-${day}`, closed: null, label: '', absent: null }));
  const removed = { activity: 'a', occurrence: 0, label: '', start: at(9, 0, 6), end: at(10, 0, 6), children: [] };
  expect(shownDays({ days, items: [], removed: [] })).toHaveLength(5);
  expect(shownDays({ days, items: [item(at(9, 0, 5), at(10, 0, 5))], removed: [] })).toHaveLength(6);
  expect(shownDays({ days, items: [], removed: [removed] })).toHaveLength(7);
});

it('counts the first journey into the day', () => {
  expect(hoursOfDay([item(at(8, 45), at(9, 30), 15), item(at(16), at(17))])).toEqual({ from: at(8, 30), to: at(17) });
  expect(hoursOfDay([])).toBeNull();
});

it('draws the working day, and more of it for whoever works in the evening', () => {
  expect(hoursOfWeek([])).toEqual({ from: 480, to: 1020 });
  expect(hoursOfWeek([item(at(7, 30, 2), at(8, 0, 2)), item(at(20, 0, 1), at(21, 15, 1))])).toEqual({ from: 420, to: 1320 });
});

it('opens on today, else on the first day with something in it', () => {
  const dates = ['2026-11-23', '2026-11-24', '2026-11-25'];
  expect(firstDay(dates, '2026-11-25', [])).toBe(2);
  expect(firstDay(dates, '2026-12-01', [item(at(9, 0, 1), at(10, 0, 1))])).toBe(1);
  expect(firstDay(dates, '2026-12-01', [])).toBe(0);
});
