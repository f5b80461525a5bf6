import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hourRange, weekdayShort, addDays } from '../datetime';
import { erase, join, minutesOf, paint, readSpans, same, spanAt, split, tidy, writeSpans, type Span } from './spans';

const span = (day: number, from: number, to: number, letter: Span['letter'] = '', tag = ''): Span => ({ letter, day, from, to, tag });
const words = { day: (day: number) => weekdayShort(addDays('2026-11-23', day)), range: hourRange, tag: (tag: string) => tag };
const read = (text: string) => {
  const result = readSpans(text, (code) => code.toUpperCase());
  return 'spans' in result ? result.spans : result.unread;
};

describe('painting a week', () => {
  it('joins what touches and cuts what is taken away', () => {
    const morning = paint(paint([], 0, 540, 660, ''), 0, 660, 750, '');
    expect(morning).toEqual([span(0, 540, 750)]);
    expect(erase(morning, 0, 600, 630)).toEqual([span(0, 540, 600), span(0, 630, 750)]);
    expect(erase(morning, 1, 0, 1440)).toEqual(morning);
    expect(minutesOf(morning)).toBe(210);
    expect(spanAt(morning, 0, 749)).toEqual(morning[0]);
    expect(spanAt(morning, 0, 750)).toBeUndefined();
  });

  it('lets another tag take its place', () => {
    expect(paint([span(2, 480, 720, '', 'PEU')], 2, 600, 660, 'JMO')).toEqual([
      span(2, 480, 600, '', 'PEU'),
      span(2, 600, 660, '', 'JMO'),
      span(2, 660, 720, '', 'PEU'),
    ]);
  });
});

describe('weeks A and B', () => {
  const spans = [span(0, 540, 720), span(1, 540, 720, 'A'), span(1, 840, 1020, 'B')];

  it('are each whole, and one again', () => {
    const { A, B } = split(spans);
    expect(A).toEqual([span(0, 540, 720), span(1, 540, 720)]);
    expect(B).toEqual([span(0, 540, 720), span(1, 840, 1020)]);
    expect(same(A, B)).toBe(false);
    expect(join(A, B)).toEqual(spans);
  });

  it('never overlap once joined, whatever was painted', () => {
    const painted = fc.array(fc.tuple(fc.nat(6), fc.nat(95), fc.integer({ min: 1, max: 20 })), { maxLength: 12 });
    fc.assert(
      fc.property(painted, painted, (left, right) => {
        const [A, B] = [left, right].map((strokes) =>
          strokes.reduce<Span[]>((week, [day, from, length]) => paint(week, day, from * 15, Math.min(1440, (from + length) * 15), ''), []),
        ) as [Span[], Span[]];
        const joined = join(A, B);
        expect(split(joined)).toEqual({ A, B });
        expect(read(writeSpans(joined, words))).toEqual(tidy(joined));
      }),
      { numRuns: 60 },
    );
  });
});

describe('hours in words', () => {
  it('are written as the house writes them', () => {
    expect(writeSpans([span(0, 540, 750), span(0, 840, 1020), span(1, 540, 720, 'A', 'PEU')], words)).toBe(
      'lun. 9\u00a0h\u00a0–\u00a012\u00a0h\u00a030, 14\u00a0h\u00a0–\u00a017\u00a0h\u00a0; mar. A 9\u00a0h\u00a0–\u00a012\u00a0h (PEU)',
    );
  });

  it('stand together for days in a row that have the same', () => {
    const days = [0, 1, 2, 4].map((day) => span(day, 540, 720));
    expect(writeSpans([...days, span(3, 540, 720, 'A')], words)).toBe(
      'lun.\u00a0–\u00a0mer. 9\u00a0h\u00a0–\u00a012\u00a0h\u00a0; jeu. A 9\u00a0h\u00a0–\u00a012\u00a0h\u00a0; ven. 9\u00a0h\u00a0–\u00a012\u00a0h',
    );
  });

  it.each([
    ['lun 9h-12h30', [span(0, 540, 750)]],
    ['Lundi 9:00 – 12:30, 14 h – 17 h', [span(0, 540, 750), span(0, 840, 1020)]],
    ['mar A 14h-17h', [span(1, 840, 1020, 'A')]],
    ['lun-mer 9-12', [span(0, 540, 720), span(1, 540, 720), span(2, 540, 720)]],
    ['du lundi au mardi de 9h à 12h', [span(0, 540, 720), span(1, 540, 720)]],
    ['Mon 9:00-10:00; tue B 9-10', [span(0, 540, 600), span(1, 540, 600, 'B')]],
    ['ven. 9h-12h (peu, jmo)', [span(4, 540, 720, '', 'PEU, JMO')]],
    ['sam. 20h-0h', [span(5, 1200, 1440)]],
    ['', []],
  ])('reads « %s »', (text, spans) => {
    expect(read(text)).toEqual(spans);
  });

  it.each(['9h-12h', 'lun 12h-9h', 'lun 9h', 'lun 9h-25h', 'foo 9h-12h', 'mer-lun 9h-10h'])('points at « %s »', (text) => {
    expect(read(`mer 8h-9h; ${text}`.replace('mer 8h-9h; 9h', '9h'))).toBe(text);
  });
});
