import { afterEach, expect, it } from 'vitest';
import { setLanguage } from './i18n/language.svelte';
import { frenchCount } from './i18n/plural';
import { number } from './number';

afterEach(() => setLanguage('fr'));

it('writes numbers with a comma, thousands apart and a true minus', () => {
  expect([0, 999, 3000, -3, -17.75, 1_250_000].map(number)).toEqual(['0', '999', '3\u202f000', '−3', '−17,75', '1\u202f250\u202f000']);
});

it('writes them as English does for who reads English', async () => {
  await setLanguage('en');
  expect([3000, 0.5, -4].map(number)).toEqual(['3,000', '0.5', '−4']);
});

it('counts with them', () => {
  expect(frenchCount(1200, 'séance', 'séances')).toBe('1\u202f200\u00a0séances');
});
