import { describe, expect, it } from 'vitest';
import type { Finding } from '$api/wire';
import { bySeverity, findingArticle, findingDays, findingKey, findingSentence } from './law-words';

const finding = (more: Partial<Finding>): Finding => ({
  rule: 'daily_rest',
  article: 'Code du travail, art. L.3131-1',
  source: 'https://www.legifrance.gouv.fr',
  severity: 'legal',
  person: 'karine',
  from: '2026-11-23',
  to: '2026-11-24',
  value: 630,
  limit: 660,
  by: 30,
  unit: 'minutes',
  ...more,
});

/** No-break spaces are told apart by the test of the dictionaries. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('what the working-time law says', () => {
  it('is a sentence with its figures, days and article', () => {
    expect(plain(findingSentence(finding({})))).toBe('Repos de nuit de 10 h 30, au lieu de 11 h.');
    expect(plain(findingDays(finding({})))).toBe('lun. 23 – mar. 24');
    expect(plain(findingDays(finding({ to: '2026-11-23' })))).toBe('lun. 23');
    expect(plain(findingArticle(finding({})))).toBe('Code du travail, art. L.3131-1. Ce point ne peut pas être accepté avec un motif.');
  });

  it('counts days, Sundays and half-days in the plural where there are several', () => {
    const notice = finding({ rule: 'notice', severity: 'agreement', unit: 'days', value: 1, limit: 7 });
    expect(plain(findingSentence(notice))).toBe('Changement annoncé 1 jour avant, au lieu de 7.');
    expect(plain(findingSentence({ ...notice, unit: 'working_days', value: 3 }))).toBe(
      'Changement annoncé 3 jours ouvrés avant, au lieu de 7.',
    );
    expect(plain(findingSentence(finding({ rule: 'sundays', unit: 'days', value: 1, limit: 2, weeks: 4 })))).toBe(
      '1 dimanche de repos en 4 semaines, au lieu de 2.',
    );
    expect(plain(findingSentence(finding({ rule: 'rest_days', unit: 'half_days', value: 3, limit: 4, beside: 3 })))).toBe(
      'Repos de la semaine de 3 demi-journées, au lieu de 4 demi-journées dont 3 d’affilée.',
    );
    expect(plain(findingSentence(finding({ rule: 'day_sequences', unit: 'count', value: 4, limit: 3 })))).toBe(
      'Journée coupée en 4 séquences, pour 3 au plus.',
    );
  });

  it('says how long the break of the rule is, which is another before 18 years', () => {
    const stretch = finding({ rule: 'break', value: 300, limit: 270, beside: 30 });
    expect(plain(findingSentence(stretch))).toBe('5 h de travail sans pause de 30 min, pour 4 h 30 au plus.');
    expect(plain(findingSentence({ ...stretch, value: 420, limit: 360, beside: 20 }))).toBe(
      '7 h de travail sans pause de 20 min, pour 6 h au plus.',
    );
  });

  it('is grouped by what it asks for, the gravest first, and named by rule, person and day', () => {
    const groups = bySeverity([finding({ severity: 'house' }), finding({}), finding({ severity: 'house', person: 'nora' })]);
    expect(groups.map(([severity, found]) => [severity, found.length])).toEqual([
      ['legal', 1],
      ['house', 2],
    ]);
    expect(findingKey(finding({}))).toBe('daily_rest karine 2026-11-23');
  });
});
