import { describe, expect, it } from 'vitest';
import { weeksWords } from './weeks-words';

const weeks = { follow: 0, proposed: 0, published: 0, first: null, last: null };
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('which weeks change', () => {
  it('counts those that follow, those that get a proposal and those that stay', () => {
    const all = { follow: 12, proposed: 2, published: 1, first: '2026-11-30', last: '2027-04-02' };
    expect(plain(weeksWords(all))).toBe(
      '12 semaines changent, du 30 novembre au 2 avril ; 2 déjà modifiées reçoivent une proposition ; 1 déjà publiée reste comme elle est. Les semaines suivantes seront faites ainsi.',
    );
  });

  it('says it of weeks that somebody worked on, all of them', () => {
    const some = { ...weeks, proposed: 2, first: '2026-11-30', last: '2026-12-11' };
    expect(plain(weeksWords(some))).toMatch(/^2 semaines déjà modifiées reçoivent une proposition\. /);
  });

  it('says when none changes', () => {
    expect(weeksWords(weeks)).toMatch(/^Aucune des semaines déjà faites ne change\. /);
    expect(plain(weeksWords({ ...weeks, published: 3 }))).toMatch(/ ; 3 déjà publiées restent comme elles sont\. /);
  });
});
