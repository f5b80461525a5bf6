import { describe, expect, it } from 'vitest';
import type { Breach } from '$api/wire';
import { index } from '$lib/house';
import { rota as english } from '$lib/i18n/messages/en/rota';
import { rota as french } from '$lib/i18n/messages/fr/rota';
import { sampleHouse, sampleRota } from './sample';
import { activitiesOf, byRef, lowerFirst, optionsByRow, placementWords, refusalSentence, refusalShort, subjectOf } from './words';

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
    expect(sentence).toBe('Karine Delmas est déjà en séance ou en réunion\u00a0: Omar\u00a0B., mar.\u00a024, 14\u00a0h\u00a030.');
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
    expect(subjectOf(context.activities.get('music'), house)).toBe('Musique');
    expect(lowerFirst('Orthophonie')).toBe('orthophonie');
    expect(lowerFirst('ESS')).toBe('ESS');
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
