import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { index } from '$lib/house';
import { applyGuess } from '../guess';
import { sampleHouse, sampleRota } from '../sample';
import { activitiesOf, byRef } from '../words';
import { factsOf, legsAfter, statesOf, wishesOf } from './facts';
import { LEAVE, REST, Resting } from './resting.svelte';

const house = index(sampleHouse());
const contextOf = (rota = sampleRota()) => ({
  house,
  firstDay: rota.first_day,
  activities: activitiesOf(rota),
  occurrences: byRef(rota.occurrences),
});

describe('what the card of a block says', () => {
  it('names people, place and the ways there and on', () => {
    const rota = sampleRota();
    const [omar, music] = rota.occurrences;
    rota.occurrences = [
      { ...omar!, travel: [{ professional: 'karine', minutes: 15 }] },
      { ...music!, start: 1440 + 960, travel: [{ professional: 'karine', minutes: 20 }] },
    ];
    expect(factsOf(rota.occurrences[0]!, rota, house)).toEqual([
      ['Avec', 'Karine Delmas'],
      ['Lieu', 'Les Peupliers, Calme'],
      ['Trajet avant', '15\u00a0min'],
      ['Trajet après', '20\u00a0min'],
    ]);
    expect(factsOf(rota.occurrences[1]!, rota, house)).toContainEqual(['Enfants', 'Omar\u00a0B., Lina\u00a0M.']);
  });

  it('tells no way to another day, nor of somebody else', () => {
    const rota = sampleRota();
    const [omar, music] = rota.occurrences;
    const legs = [{ professional: 'karine', minutes: 20 }];
    rota.occurrences = [omar!, { ...music!, start: 2 * 1440 + 600, travel: legs }];
    expect(legsAfter(omar!, 45, rota)).toEqual([]);
    rota.occurrences = [omar!, { ...music!, start: 1440 + 960, staff: ['nora'], attendees: [], travel: legs }];
    expect(legsAfter(omar!, 45, rota)).toEqual([]);
  });

  it('says conflicts with their reason and who kept them, changes, locks and wishes', () => {
    const breach = { rule: 3, code: 'room_busy', activity: 'omar', occurrence: 0, room: 'calm', day: 1 };
    const kept = { activity: 'omar', occurrence: 0, code: 'room_busy', at: '2026-11-23T06:00:00Z', by: 'Claire Vasseur' };
    const moved = applyGuess(sampleRota(), [{ kind: 'set', activity: 'omar', occurrence: 0, start: 600 }]);
    const rota = { ...moved, breaches: [breach], kept: [kept] } as unknown as typeof moved;
    const lines = statesOf({ ...rota.occurrences[0]!, locked: true }, rota, contextOf(rota), 'Europe/Paris').map(({ text }) => text);
    expect(lines).toEqual([
      'La salle Calme est déjà prise.',
      expect.stringMatching(/^Gardé quand même par Claire Vasseur/),
      'Changé dans ce brouillon. Avant\u00a0: mar.\u00a024, 14\u00a0h\u00a030, Karine Delmas.',
      'Verrouillé.',
    ]);
    const effects = [
      { term: 'window' as const, amount: 60, cost: 5 },
      { term: 'travel' as const, amount: 15, cost: 3 },
    ];
    expect(wishesOf(effects).map(({ text }) => text)).toEqual(['Souhait non tenu\u00a0: hors du souhait d’horaire.']);
  });
});

describe('resting on a block', () => {
  let resting: Resting;
  let end: () => void;
  const element = (selector: string) => document.querySelector<HTMLElement>(selector)!;
  const move = (target: Element) => target.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse' }));
  const press = (key: string) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    element('#a').dispatchEvent(event);
    return event;
  };

  beforeEach(() => {
    vi.useFakeTimers();
    document.body.innerHTML =
      '<div role="grid"><button id="a" data-ref="a/0"></button><button id="b" data-ref="b/0"></button></div><div id="card"></div><p></p>';
    resting = new Resting('card');
    end = resting.listen();
  });
  afterEach(() => {
    end();
    vi.useRealTimers();
    document.body.innerHTML = '';
  });

  it('shows a block once the pointer rests there, not while it goes over it', () => {
    move(element('#a'));
    vi.advanceTimersByTime(REST - 1);
    move(element('#b'));
    vi.advanceTimersByTime(REST - 1);
    expect(resting.shown).toBeNull();
    vi.advanceTimersByTime(1);
    expect(resting.shown).toBe(element('#b'));
  });

  it('stays while the pointer goes to the card and rests there, and goes when it leaves both', () => {
    move(element('#a'));
    vi.advanceTimersByTime(REST);
    move(element('p'));
    vi.advanceTimersByTime(LEAVE - 1);
    move(element('#card'));
    vi.advanceTimersByTime(10 * LEAVE);
    expect(resting.shown).toBe(element('#a'));
    move(element('p'));
    vi.advanceTimersByTime(LEAVE);
    expect(resting.shown).toBeNull();
  });

  it('goes with Escape, which then does nothing else, and stays for keys that only modify', () => {
    move(element('#a'));
    vi.advanceTimersByTime(REST);
    press('Control');
    expect(resting.shown).toBe(element('#a'));
    expect(press('Escape').defaultPrevented).toBe(true);
    expect(resting.shown).toBeNull();
    expect(press('Escape').defaultPrevented).toBe(false);
  });

  it('tells nothing of a block that was pressed until the pointer left it', () => {
    move(element('#a'));
    element('#a').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
    move(element('#a'));
    vi.advanceTimersByTime(2 * REST);
    expect(resting.shown).toBeNull();
    move(element('p'));
    move(element('#a'));
    vi.advanceTimersByTime(REST);
    expect(resting.shown).toBe(element('#a'));
  });
});
