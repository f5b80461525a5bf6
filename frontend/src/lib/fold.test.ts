import { expect, it } from 'vitest';
import { found } from './fold';

it('finds names without accents, by the beginnings of words, in any order', () => {
  expect(found('Maëlle Guéguen, orthophoniste', 'gue mael')).toBe(true);
  expect(found('Jean-Luc Morel', 'luc')).toBe(true);
  expect(found('Hélène d’Aubigné', 'aubi')).toBe(true);
  expect(found('Alice Morand', 'rand')).toBe(false);
});
