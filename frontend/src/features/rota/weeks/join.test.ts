import { describe, expect, it } from 'vitest';
import { index } from '$lib/house';
import { buildModel } from '../grid-model';
import { rowKinds } from '../rows/kinds';
import { sampleHouse, sampleRota, sampleWeek } from '../sample';
import { behind, isOfSecond, joinWeeks, named, ownRef } from './join';

const house = index(sampleHouse());
const WEEK = 5 * 1440;

describe('two weeks side by side', () => {
  it.each(rowKinds)('keep every block of both, each with a name of its own, in rows by %s', (rows) => {
    const first = buildModel({ rota: sampleRota(), house, week: sampleWeek(), team: null, rows }, null);
    const both = joinWeeks(named(first, 'S48'), behind(named(first, 'S49'), 5));
    expect(both.days.map(({ index: at }) => at)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(both.days.map(({ week }) => week).filter(Boolean)).toEqual(['S48', 'S49']);
    expect(both.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
    expect(both.groups).toEqual(first.groups);
    expect(new Set(both.blocks.map(({ key }) => key)).size).toBe(2 * first.blocks.length);
    const later = both.blocks.slice(first.blocks.length);
    for (const [at, block] of later.entries()) {
      const before = first.blocks[at]!;
      expect(block).toMatchObject({ start: before.start + WEEK, end: before.end + WEEK, row: before.row, movable: false });
      expect(isOfSecond(block.ref)).toBe(true);
      expect(ownRef(block.ref)).toBe(before.ref);
    }
    expect(both.blocks.slice(0, first.blocks.length)).toEqual(first.blocks);
  });

  it('give a row the hours of both weeks and what is planned in the first', () => {
    const first = buildModel({ rota: sampleRota(), house, week: sampleWeek(), team: null }, null);
    const [row] = joinWeeks(first, behind(first, 5)).rows;
    expect(row?.available).toHaveLength(10);
    expect(row?.available[5]).toEqual({ from: WEEK + 510, to: WEEK + 1020 });
    expect(row?.planned).toBe(first.rows[0]?.planned);
    expect(joinWeeks(first, behind(first, 5)).rows[1]?.absences.map(({ from }) => from)).toEqual([1440, WEEK + 1440]);
  });

  it('add the rows only the second week has, with nothing planned in the first', () => {
    const first = buildModel({ rota: sampleRota(), house, week: sampleWeek(), team: null }, null);
    const both = joinWeeks({ ...first, rows: first.rows.slice(0, 1), blocks: [] }, behind(first, 5));
    expect(both.rows[1]).toMatchObject({ id: 'nora', planned: 0 });
  });
});
