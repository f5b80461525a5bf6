import { describe, expect, it } from 'vitest';
import { linesOf, monthsOf, schoolYearOf, share, type Bar } from './timeline';

const year = schoolYearOf('2026-11-23');
const bar = (from: string, to: string | null): Bar => ({ label: from, from, to, coming: false });

describe('a school year', () => {
  it('runs from September to August', () => {
    expect(year).toEqual({ from: '2026-09-01', to: '2027-09-01' });
    expect(schoolYearOf('2026-08-31').from).toBe('2025-09-01');
    expect(schoolYearOf('2026-09-01').from).toBe('2026-09-01');
  });

  it('has twelve months', () => {
    expect(monthsOf(year).map(({ date }) => date.slice(5, 7))).toEqual([
      '09',
      '10',
      '11',
      '12',
      '01',
      '02',
      '03',
      '04',
      '05',
      '06',
      '07',
      '08',
    ]);
    expect(monthsOf(year)[0]!.left).toBe(0);
  });

  it('says how far a day is into it', () => {
    expect([share(year, '2026-09-01'), share(year, '2020-01-01'), share(year, '2030-01-01')]).toEqual([0, 0, 100]);
    expect(share(year, '2027-03-02')).toBeCloseTo(49.9, 0);
  });
});

describe('bars of a path', () => {
  it('stand beside each other where they follow, below each other where they overlap', () => {
    const lines = linesOf([bar('2026-09-01', '2026-12-31'), bar('2027-01-01', null), bar('2026-10-01', '2027-02-01')], year);
    expect(lines.map((line) => line.map(({ label }) => label))).toEqual([['2026-09-01', '2027-01-01'], ['2026-10-01']]);
    expect(lines[0]!.at(-1)!.left + lines[0]!.at(-1)!.width).toBeCloseTo(100);
  });

  it('leave when they are of another year, and are cut at its edges', () => {
    expect(linesOf([bar('2025-09-01', '2026-08-31'), bar('2027-09-01', null)], year)).toEqual([]);
    expect(linesOf([bar('2020-01-01', null)], year)[0]![0]).toMatchObject({ left: 0, width: 100 });
  });
});
