import { describe, expect, it } from 'vitest';
import { sampleWeek } from '../sample';
import { standsSo } from './standing';

describe('standsSo', () => {
  const week = sampleWeek();
  const [draft] = week.drafts;
  const { id, revision } = draft!;
  const standing = { id, revision, state: 'draft' as const };

  it('holds while every rota stands as it was read', () => {
    expect(standsSo(week, { rotas: [standing] })).toBe(true);
    expect(standsSo({ drafts: [], published: null }, { rotas: [] })).toBe(true);
  });

  it('ends with a change, a publication, another draft, and a draft that is gone', () => {
    const others = [
      [{ ...standing, revision: revision + 1 }],
      [{ ...standing, state: 'published' as const }],
      [standing, { ...standing, id: 'other' }],
      [{ ...standing, id: 'other' }],
      [],
    ];
    for (const rotas of others) expect(standsSo(week, { rotas })).toBe(false);
  });

  it('counts what is published among them', () => {
    const published = { ...draft!, id: 'published', state: 'published' as const };
    expect(standsSo({ ...week, published }, { rotas: [standing] })).toBe(false);
    expect(standsSo({ ...week, published }, { rotas: [standing, { id: 'published', revision, state: 'published' }] })).toBe(true);
  });
});
