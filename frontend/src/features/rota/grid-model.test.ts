import { describe, expect, it } from 'vitest';
import { index } from '$lib/house';
import { buildModel, conflictsOf } from './grid-model';
import { applyGuess } from './guess';
import { curveOf } from './run-curve';
import { lunchesOf } from './rows/professionals';
import { sampleHouse, sampleRota, sampleWeek } from './sample';

const house = index(sampleHouse());
const source = { rota: sampleRota(), house, week: sampleWeek(), team: null };

describe('buildModel', () => {
  const model = buildModel(source, null);

  it('gives everybody who takes part a block that says who, when, where', () => {
    expect(model.blocks.map((block) => block.key)).toEqual(['omar/0/karine', 'music/0/karine', 'music/0/nora']);
    const [omar, music] = model.blocks;
    expect(omar?.kind).toBe('one');
    expect(omar?.text.forms).toEqual(['Omar\u00a0B.', 'OB']);
    expect(omar?.description).toBe('psychomotricité, mardi 24, 14\u00a0h\u00a030\u00a0–\u00a015\u00a0h\u00a015, Karine Delmas, PEU, Calme');
    expect(music?.kind).toBe('group');
    expect(music?.colour).toEqual({ code: 'MO', tint: 'MO' });
  });

  it('counts who is there and says why a day is closed', () => {
    expect(model.days.map((day) => day.note)[1]).toBe('1\u00a0présent, 1\u00a0absent');
    expect(model.days[4]?.closed).toBe('Pont');
    expect(model.groups[0]?.note).toBe('2\u00a0professionnels');
  });

  it('keeps every part that did not change, so that it is not drawn again', () => {
    const rota = applyGuess(sampleRota(), [{ kind: 'set', activity: 'omar', occurrence: 0, start: 1440 + 900 }]);
    const next = buildModel({ ...source, rota }, model);
    expect(next.days).toBe(model.days);
    expect(next.groups).toBe(model.groups);
    expect(next.rows[1]).toBe(model.rows[1]);
    expect(next.blocks[1]).toBe(model.blocks[1]);
    expect(next.blocks[0]).not.toBe(model.blocks[0]);
  });

  it('shows one team only when asked', () => {
    expect(buildModel({ ...source, team: 'nobody' }, null).blocks).toEqual([]);
  });
});

describe('conflictsOf', () => {
  it('marks both sides of a conflict', () => {
    const breach = {
      rule: 3,
      code: 'professional_busy',
      activity: 'omar',
      occurrence: 0,
      blocking: { activity: 'music', occurrence: 0 },
      day: 0,
    };
    const rota = { ...sampleRota(), breaches: [breach] };
    expect([...conflictsOf(rota as typeof source.rota)]).toEqual(['omar/0', 'music/0']);
  });
});

describe('lunchesOf', () => {
  const lunch = { from: 690, to: 840, minutes: 45 };
  const day = [{ from: 510, to: 1020 }];

  it('stands at noon, moves aside for a session, and goes when there is no room left', () => {
    expect(lunchesOf(lunch, day, [], 1)).toEqual([{ from: 720, to: 765 }]);
    expect(lunchesOf(lunch, day, [{ start: 690, end: 750, travel: 0 }], 1)).toEqual([{ from: 750, to: 795 }]);
    expect(lunchesOf(lunch, day, [{ start: 720, end: 810, travel: 0 }], 1)).toEqual([]);
    expect(lunchesOf(null, day, [], 1)).toEqual([]);
  });
});

describe('applyGuess', () => {
  it('moves, plans, removes and locks', () => {
    const rota = sampleRota();
    const moved = applyGuess(rota, [{ kind: 'set', activity: 'omar', occurrence: 0, start: 600, staff: ['nora'] }]);
    expect(moved.occurrences[0]).toMatchObject({ start: 600, staff: ['nora'], change: { kind: 'moved', old: { start: 1440 + 870 } } });
    const planned = applyGuess(rota, [{ kind: 'set', activity: 'lina', occurrence: 0, start: 540, staff: ['nora'] }]);
    expect(planned.unplanned).toEqual([]);
    expect(planned.counters).toMatchObject({ planned: 3, unplanned: 0 });
    const removed = applyGuess(planned, [{ kind: 'unplan', activity: 'lina', occurrence: 0 }]);
    expect(removed.unplanned).toEqual(rota.unplanned);
    expect(removed.counters).toEqual(rota.counters);
    expect(applyGuess(rota, [{ kind: 'lock', activity: 'omar', occurrence: 0 }]).occurrences[0]?.locked).toBe(true);
  });

  it('leaves the rota it is given alone', () => {
    const rota = sampleRota();
    applyGuess(rota, [{ kind: 'unplan', activity: 'omar', occurrence: 0 }]);
    expect(rota).toEqual(sampleRota());
  });
});

describe('curveOf', () => {
  it('draws a stair that ends where the run stands', () => {
    const run = {
      planned: 9,
      wanted: 10,
      seconds: 10,
      elapsed_ms: 5000,
      curve: [
        [0, 5],
        [2000, 9],
      ],
    };
    const curve = curveOf(run as Parameters<typeof curveOf>[0]);
    expect(curve.path).toBe('M0 112H0V112H80V33.6H200');
    expect([curve.x, curve.y]).toEqual([200, 33.6]);
  });
});
