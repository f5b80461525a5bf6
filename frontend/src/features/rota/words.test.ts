import { describe, expect, it } from 'vitest';
import type { Breach } from '$api/wire';
import { index } from '$lib/house';
import { rota as english } from '$lib/i18n/messages/en/rota';
import { rota as french } from '$lib/i18n/messages/fr/rota';
import { sampleHouse, sampleRota } from './sample';
import {
  activitiesOf,
  byRef,
  gathered,
  lowerFirst,
  occasionOf,
  optionsByRow,
  placementWords,
  refusalSentence,
  refusalShort,
  subjectOf,
} from './words';

/** Every refusal the planning engine knows; the type fails to check when one is missing here. */
const everyCode: Record<Breach['code'], unknown> = french.refusals;

const house = index(sampleHouse());
const rota = sampleRota();
const context = { house, firstDay: rota.first_day, activities: activitiesOf(rota), occurrences: byRef(rota.occurrences) };
const breach = { rule: 3, occurrence: 0, day: 0 };

/** Every text a dictionary can say, its functions called with plain arguments. */
function said(texts: unknown): string[] {
  if (typeof texts === 'string') return [texts];
  if (typeof texts === 'function') {
    const arguments_ = [2, 'deux', { professional: 'Nora Elbaz', blocking: 'Omar B.', amount: '11 h', limit: '10 h' }];
    return arguments_.map((argument) => String(texts(argument, argument, argument)));
  }
  return typeof texts === 'object' && texts !== null ? Object.values(texts).flatMap(said) : [];
}

describe('refusals', () => {
  it.each(Object.keys(everyCode))('%s has its own words in both languages', (code) => {
    for (const { refusals, otherRefusal } of [french, english]) {
      const found = refusals[code as keyof typeof refusals];
      expect(found.short).not.toBe(otherRefusal.short);
      expect(found.full({})).not.toMatch(/undefined|null/);
    }
  });

  it('name what is in the way and when', () => {
    const sentence = refusalSentence(
      { ...breach, code: 'professional_busy', professional: 'karine', blocking: { activity: 'omar', occurrence: 0 } },
      context,
    );
    expect(sentence).toBe('Karine Delmas est déjà avec Omar\u00a0B. (psychomotricité) mar.\u00a024, 14\u00a0h\u00a030.');
  });

  it('say what keeps a child busy without saying who it is twice', () => {
    const told = (activity: string, child: string) =>
      refusalSentence({ ...breach, code: 'child_busy', child, blocking: { activity, occurrence: 0 } }, context);
    expect(told('omar', 'omar')).toBe('Omar\u00a0B. est déjà en psychomotricité mar.\u00a024, 14\u00a0h\u00a030.');
    expect(told('music', 'lina')).toMatch(/^Lina\u00a0M\. est déjà en groupe \(musique\) /);
    expect(told('archived', 'lina')).toBe('Lina\u00a0M. est déjà en séance ou en réunion.');
  });

  it('are told together where they differ only in who they are about', () => {
    const reason = (professional: string, count: number, more = {}) => ({ code: 'not_available' as const, count, professional, ...more });
    const [both, alone] = gathered([
      reason('karine', 2),
      reason('nora', 3),
      reason('nora', 1, { blocking: { activity: 'omar', occurrence: 0 } }),
    ]);
    expect(both).toMatchObject({ count: 5, others: ['nora'] });
    expect(refusalSentence(both!, context)).toBe('Karine Delmas et Nora Elbaz ne sont pas là à ces heures.');
    expect(alone).toMatchObject({ count: 1, others: [] });
  });

  it('fall back to a plain sentence for a code this version does not know', () => {
    const unknown = { ...breach, code: 'from_the_future' as Breach['code'] };
    expect(refusalShort(unknown)).toBe(french.otherRefusal.short);
    expect(refusalSentence(unknown, context)).toBe('Une règle s’y oppose.');
  });
});

describe('French texts', () => {
  it('have a no-break space before high signs and inside guillemets', () => {
    for (const text of said(french)) {
      expect(text).not.toMatch(/ [:;?!»]/);
      expect(text).not.toMatch(/« /);
    }
  });

  it('never use the words of the engine', () => {
    for (const text of said(french)) expect(text).not.toMatch(/score|contrainte|solveur|optimis|(?<!\p{L})plac(er|é|ée|és|ées)(?!\p{L})/iu);
  });
});

describe('names', () => {
  it('call a session by its child, a group by its name', () => {
    expect(subjectOf(context.activities.get('omar'), house)).toBe('Omar\u00a0B.');
    const music = context.activities.get('music')!;
    expect(subjectOf({ ...music, group: null }, house)).toBe('Musique');
    expect(subjectOf({ ...music, group: 'Colibris' }, house)).toBe('Musique · Colibris');
    expect(subjectOf({ ...music, kind: 'meeting', label: '', group: null, children: [] }, house)).toBe('Rencontre');
    expect(subjectOf(undefined, house)).toBe('Activité');
    expect(lowerFirst('Orthophonie')).toBe('orthophonie');
    expect(lowerFirst('ESS')).toBe('ESS');
  });

  it('ask about a session, a meeting or a stretch of time', () => {
    const omar = context.activities.get('omar')!;
    expect(occasionOf({ ...omar, label: 'orthophonie', count: 3 }, 2)).toBe('la 3ᵉ séance d’orthophonie');
    expect(occasionOf({ ...omar, label: 'Musique' }, 0)).toBe('cette séance de musique');
    expect(occasionOf({ ...omar, kind: 'meeting' }, 0)).toBe('cette réunion');
    expect(occasionOf({ ...omar, kind: 'duty', count: 5 }, 0)).toBe('la 1ʳᵉ plage');
  });

  it('say where something stands', () => {
    expect(placementWords(house, rota.first_day, { start: 1440 + 870, staff: ['karine'] })).toBe(
      'mar.\u00a024, 14\u00a0h\u00a030, Karine Delmas',
    );
  });

  it('give the grid the possible starts of each row', () => {
    const options = optionsByRow({
      rows: [
        { professional: 'karine', starts: [540], reason: null },
        { professional: 'nora', starts: [], reason: { ...breach, code: 'not_eligible' } },
      ],
    });
    expect(options.get('karine')?.starts.has(540)).toBe(true);
    expect(options.get('nora')?.reason).toBe('autre métier');
  });
});
