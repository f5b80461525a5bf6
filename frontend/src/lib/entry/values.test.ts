import { describe, expect, it } from 'vitest';
import { readDate, readDuration, readHour, readNumber, readWhole, writeDate } from './values';

describe('readDuration', () => {
  it.each([
    ['8h30', 510],
    ['8 h 30', 510],
    ['8\u00a0h\u00a030', 510],
    ['8:30', 510],
    ['8,5', 510],
    ['8.5', 510],
    ['17,75', 1065],
    ['35h', 2100],
    ['45 min', 45],
    ['1 h 05 min', 65],
    ['35', 2100],
  ])('reads « %s » as %i minutes where a number alone means hours', (text, minutes) => {
    expect(readDuration(text, 'hours')).toBe(minutes);
  });

  it('takes a number alone for minutes where sessions are measured', () => {
    expect([readDuration('45', 'minutes'), readDuration('1h', 'minutes'), readDuration('0,75', 'minutes')]).toEqual([45, 60, 45]);
  });

  it.each(['', '17,75,', '8h75', '8:3', 'huit heures', '-8', '8h30h', '1e5', '999999'])('does not read « %s »', (text) => {
    expect(readDuration(text, 'hours')).toBeNull();
  });
});

describe('readHour', () => {
  it('reads hours of the day as people write them', () => {
    expect(['9', '9h', '9 h', '09:30', '9h30', '24h', '0 h'].map(readHour)).toEqual([540, 540, 540, 570, 570, 1440, 0]);
  });

  it('refuses what is no hour of a day', () => {
    expect(['', '25h', '24h30', '9h60', 'midi', '9:3'].map(readHour)).toEqual([null, null, null, null, null, null]);
  });
});

describe('readDate', () => {
  it('reads the French way of writing dates', () => {
    for (const text of ['23/11/2026', '23.11.2026', '23 11 26', '23-11-2026', '2026-11-23']) expect(readDate(text)).toBe('2026-11-23');
    expect(readDate('1/9/2026')).toBe('2026-09-01');
    expect(readDate('29/02/2028')).toBe('2028-02-29');
  });

  it('refuses days that do not exist', () => {
    for (const text of ['', '30/02/2026', '29/02/2027', '31/04/2026', '12/13/2026', '2026', 'demain', '0/1/2026'])
      expect(readDate(text)).toBeNull();
  });

  it('writes them back', () => {
    expect(writeDate('2026-09-01')).toBe('01/09/2026');
    expect(writeDate(null)).toBe('');
  });
});

describe('numbers', () => {
  it('have a decimal comma or point', () => {
    expect(['17,75', '−3', '1 200', '48.8566'].map(readNumber)).toEqual([17.75, -3, 1200, 48.8566]);
    expect(['17,75,', '', 'x'].map(readNumber)).toEqual([null, null, null]);
  });

  it('are whole where things are counted', () => {
    expect([readWhole('12'), readWhole('1,5'), readWhole('-1'), readWhole('')]).toEqual([12, null, null, null]);
  });
});
