import { describe, expect, it } from 'vitest';
import type { Absence } from '$api/weeks';
import { absences as words } from '$lib/i18n/messages/fr/absences';
import { groupOf, minutesOf, partOf, touches, whenOf } from './days';

const absence = (more: Partial<Absence>): Absence =>
  ({
    id: 'a',
    version: 1,
    professional_id: 'zoe',
    child_id: null,
    from_date: '2026-11-24',
    from_minute: 0,
    to_date: '2026-11-24',
    to_minute: 1440,
    repeats: '',
    repeat_until: null,
    reason: 'leave',
    state: 'accepted',
    ...more,
  }) as Absence;

describe('absences', () => {
  it('knows half-days', () => {
    expect(partOf({ from_minute: 0, to_minute: 720 })).toBe('morning');
    expect(partOf({ from_minute: 720, to_minute: 1440 })).toBe('afternoon');
    expect(partOf({ from_minute: 540, to_minute: 660 })).toBe('hours');
    expect(minutesOf('afternoon', 1, 2)).toEqual({ from_minute: 720, to_minute: 1440 });
  });

  it('says when', () => {
    expect(whenOf(absence({ to_minute: 720 }), words)).toBe('mar.\u00a024\u00a0nov., matin');
    expect(whenOf(absence({ repeats: 'weekly', repeat_until: '2027-07-02' }), words)).toContain('chaque semaine jusqu’au 2\u00a0juillet');
  });

  it('says of several days that they run on from the first minute to the last', () => {
    const several = (more: Partial<Absence>) => whenOf(absence({ to_date: '2026-11-27', ...more }), words);
    expect(several({})).not.toContain(',');
    expect(several({ to_minute: 720 })).toContain(', jusqu’à midi le dernier jour');
    expect(several({ from_minute: 720 })).toContain(', dès midi le premier jour');
    expect(several({ from_minute: 540, to_minute: 1000 })).toMatch(/, de 9.h le premier jour à 16.h.40 le dernier/);
  });

  it('groups by week', () => {
    expect(groupOf(absence({}), '2026-11-22')).toBe('nextWeek');
    expect(groupOf(absence({}), '2026-11-23')).toBe('thisWeek');
    expect(groupOf(absence({}), '2026-11-30')).toBe('past');
    expect(groupOf(absence({}), '2026-11-02')).toBe('later');
    expect(groupOf(absence({ from_date: '2026-12-30', to_date: '2027-01-05' }), '2027-01-05')).toBe('thisWeek');
  });

  it('comes back each week, or in weeks of its letter, over a year of 53 weeks', () => {
    const weekly = absence({ repeats: 'weekly', repeat_until: '2026-12-15' });
    expect(touches(weekly, '2026-12-07', '2026-12-13')).toBe(true);
    expect(touches(weekly, '2026-12-21', '2026-12-27')).toBe(false);
    const b = absence({ from_date: '2026-12-15', to_date: '2026-12-15', repeats: 'letter', repeat_until: '2027-02-28' });
    expect(touches(b, '2026-12-21', '2026-12-27')).toBe(false);
    expect(touches(b, '2026-12-28', '2027-01-03')).toBe(true);
    expect(touches(b, '2027-01-04', '2027-01-10')).toBe(true);
    expect(touches(b, '2027-01-11', '2027-01-17')).toBe(false);
  });
});
