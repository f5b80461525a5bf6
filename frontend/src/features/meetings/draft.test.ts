import { describe, expect, it } from 'vitest';
import type { Professional } from '$api/wire';
import { likelySite, MeetingDraft } from './draft.svelte';

function complete(): MeetingDraft {
  const draft = new MeetingDraft('2026-11-23', '2026-11-30', 'hg');
  draft.title = ' Point ';
  draft.place = 'peu';
  return draft;
}

describe('a meeting being prepared', () => {
  it('starts with whoever prepares it and two weeks to look at', () => {
    const draft = new MeetingDraft('2026-11-23', '2026-11-30', 'hg');
    expect(draft.people).toEqual([{ id: 'hg', need: 'required' }]);
    expect([draft.from, draft.to]).toEqual(['2026-11-30', '2026-12-11']);
  });

  it('names everything that is missing', () => {
    const draft = complete();
    expect(draft.errors).toEqual({});
    draft.title = ' ';
    draft.people = [{ id: 'hg', need: 'useful' }];
    draft.place = '';
    draft.from = '2026-11-01';
    draft.to = '2026-10-01';
    expect(draft.errors).toEqual({ title: 'subject', people: 'people', place: 'place', from: 'past', to: 'to' });
  });

  it('looks at six weeks and no more', () => {
    const draft = complete();
    draft.to = '2027-01-10';
    expect(draft.errors).toEqual({});
    draft.to = '2027-01-11';
    expect(draft.errors).toEqual({ to: 'tooLong' });
  });

  it('asks for a room only at our own place, and for no place when it is remote', () => {
    const draft = complete();
    expect(draft.search).toMatchObject({ place: 'peu', room_features: [] });
    draft.where = 'partner';
    expect(draft.search).toMatchObject({ place: 'peu', room_features: null });
    draft.where = 'remote';
    expect(draft.search).toMatchObject({ place: null, room_features: null });
  });

  it('becomes a meeting at the chosen slot', () => {
    const meeting = complete().at({ date: '2026-12-01', start: 885, end: 945, room: 'r1', free: ['hg'], busy: [] });
    expect(meeting).toMatchObject({ title: 'Point', date: '2026-12-01', start: 885, room: 'r1', duration: 60 });
  });

  it('adds nobody twice', () => {
    const draft = complete();
    draft.add('hg');
    draft.addContact('k1');
    draft.addContact('k1');
    expect([draft.people.length, draft.contacts.length]).toEqual([1, 1]);
  });
});

it('proposes the site where most of those invited have their base, else the first', () => {
  const site = (id: string, kind: 'site' | 'school' = 'site') => ({ id, kind, name: id, code: id, sector: '' });
  const person = (id: string, base: string) => ({ id, base }) as Professional;
  const house = {
    places: [site('school', 'school'), site('first'), site('second')],
    professionals: [person('a', 'second'), person('b', 'second'), person('c', 'first')],
  };
  const invited = (...ids: string[]) => ids.map((id) => ({ id, need: 'required' as const }));
  expect(likelySite(house, invited('a', 'b', 'c'))).toBe('second');
  expect(likelySite(house, invited('a', 'c'))).toBe('first');
  expect(likelySite(house, [])).toBe('first');
});
