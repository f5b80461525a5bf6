import { expect, test } from 'vitest';
import { cutSentence } from './sentence';

test.each([
  [
    'H/sem\u00a0: «\u00a017,75,\u00a0» n’est pas une durée. Écrivez 17,75.',
    'H/sem\u00a0: «\u00a017,75,\u00a0» n’est pas une durée.',
    'Écrivez 17,75.',
  ],
  ['«\u00a0M. Vidal\u00a0» est inconnu. Ajoutez-le. Puis relisez.', '«\u00a0M. Vidal\u00a0» est inconnu.', 'Ajoutez-le. Puis relisez.'],
  ['“M. Vidal” is unknown. Add him.', '“M. Vidal” is unknown.', 'Add him.'],
  ['Prénom\u00a0: à remplir.', 'Prénom\u00a0: à remplir.', ''],
  ['Est-ce «\u00a0Zoé\u00a0»\u202f?', 'Est-ce «\u00a0Zoé\u00a0»\u202f?', ''],
  ['«\u00a0jamais fermé. Écrivez.', '«\u00a0jamais fermé. Écrivez.', ''],
])('%s', (text, wrong, help) => {
  expect(cutSentence(text)).toEqual([wrong, help]);
});
