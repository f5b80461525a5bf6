import { expect, test } from 'vitest';
import type { MyNews, Since } from '$api/wire';
import { newsOf } from './news';
import { changeWords } from './words';

const moved: MyNews = {
  kind: 'moved',
  activity_kind: 'session',
  label: 'Musique',
  children: [],
  start: 885,
  end: 930,
  old_start: 705,
  old_place: null,
};
const since = (...changes: MyNews[]): Since => ({ looked_at: '2026-11-22T10:00:00Z', first: false, changes });

test('what was new stays for as long as the page, until something newer comes', () => {
  expect(newsOf({ week: '2026-W48', since: null })).toBeNull();
  expect(newsOf({ week: '2026-W48', since: since() })?.changes).toEqual([]);
  expect(newsOf({ week: '2026-W48', since: since(moved) })?.changes).toEqual([moved]);
  expect(newsOf({ week: '2026-W48', since: since() })?.changes).toEqual([moved]);
  expect(newsOf({ week: '2026-W49', since: since() })?.changes).toEqual([]);
  const removed: MyNews = { ...moved, kind: 'removed', old_start: null };
  expect(newsOf({ week: '2026-W48', since: since(removed) })?.changes).toEqual([removed]);
});

test('a change says what was before', () => {
  const words = (change: Partial<MyNews>) => changeWords({ ...moved, ...change }, '2026-11-23', undefined);
  expect(words({})).toBe('Déplacé, était à 11\u00a0h\u00a045');
  expect(words({ old_start: 705 + 1440 })).toBe('Déplacé, était mar.\u00a024 à 11\u00a0h\u00a045');
  expect(words({ kind: 'added', old_start: null })).toBe('Ajouté');
  expect(words({ kind: 'removed', old_start: null })).toBe('Retiré');
  expect(words({ kind: 'restaffed', old_start: 885 })).toBe('Équipe changée');
});
