import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { chooseLabel, memoized } from './labels';

const byLength = (text: string, size: number) => text.length * size * 0.55;
const lina = { forms: ['Lina M.', 'LM'], extras: ['orthophonie · JMO', 'JMO'] };

describe('chooseLabel', () => {
  it('never shows a text that is cut', () => {
    fc.assert(
      fc.property(
        fc.record({ forms: fc.array(fc.string(), { maxLength: 3 }), extras: fc.array(fc.string(), { maxLength: 2 }) }),
        fc.double({ min: 0, max: 400, noNaN: true }),
        (text, width) => {
          const label = chooseLabel(text, width, 600, byLength);
          const used = byLength(label.text, label.wide ? 12.5 : 10.5) + byLength(label.extra, 11.5);
          expect(label.text === '' || used <= width).toBe(true);
          expect(['', ...text.forms]).toContain(label.text);
          expect(['', ...text.extras]).toContain(label.extra);
        },
      ),
    );
  });

  it('lets activity leave first, then the place, then the name, then the initials', () => {
    const shown = [300, 110, 92, 50, 20, 6].map((width) => {
      const { text, extra } = chooseLabel(lina, width, 600, byLength);
      return `${text} ${extra}`.trim();
    });
    expect(shown).toEqual(['Lina M. orthophonie · JMO', 'Lina M. JMO', 'Lina M. JMO', 'Lina M.', 'LM', '']);
  });
});

describe('memoized', () => {
  it('measures a text once for each size and weight', () => {
    const measure = vi.fn(byLength);
    const remembered = memoized(measure);
    remembered('LM', 10.5, 600);
    remembered('LM', 10.5, 600);
    remembered('LM', 12.5, 600);
    expect(measure).toHaveBeenCalledTimes(2);
  });
});
