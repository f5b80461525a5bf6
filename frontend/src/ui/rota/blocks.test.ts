import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { drawBlocks, type BlockView } from './blocks';

const state = fc.record({ changed: fc.boolean(), conflict: fc.boolean(), wish: fc.boolean(), locked: fc.boolean(), held: fc.boolean() });
const view: fc.Arbitrary<BlockView> = fc.record({
  origin: fc.constantFrom(0, 120),
  dim: fc.boolean(),
  selected: fc.boolean(),
  placed: fc.record({
    left: fc.integer({ min: 120, max: 400 }),
    width: fc.integer({ min: 4, max: 90 }),
    top: fc.constantFrom(3, 15),
    height: fc.constantFrom(24, 11),
    travelLeft: fc.integer({ min: 100, max: 400 }),
    travelWidth: fc.constantFrom(0, 2, 12),
    name: fc.constantFrom('Lina M., lundi 9 h', 'Omar B., mardi 14 h 30'),
    label: fc.record({ text: fc.constantFrom('', 'LM', 'Omar B.'), extra: fc.constantFrom('', 'psychomotricité'), wide: fc.boolean() }),
    block: fc.record({
      key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      ref: fc.constant('activity/0'),
      row: fc.constant('person'),
      start: fc.constant(540),
      end: fc.constant(600),
      kind: fc.constantFrom('one' as const, 'group' as const, 'duty' as const),
      colour: fc.constantFrom(null, { code: 'MO', tint: 'MO' }),
      text: fc.constant({ forms: [], extras: [] }),
      state,
      travel: fc.constant(0),
      about: fc.constant([]),
      description: fc.constant(''),
      movable: fc.boolean(),
      stretches: fc.boolean(),
    }),
  }),
});
const cellOf = fc.uniqueArray(view, { selector: (one) => one.placed.block.key, maxLength: 6 });

function drawn(...steps: BlockView[][]): HTMLElement {
  const cell = document.createElement('div');
  for (const views of steps) drawBlocks(cell, views);
  return cell;
}

it('a cell shows the same whatever it showed before', () => {
  fc.assert(
    fc.property(cellOf, cellOf, cellOf, (first, second, last) => {
      expect(drawn(first, second, last).isEqualNode(drawn(last))).toBe(true);
    }),
  );
});

it('a block that stays is the same element, so that it keeps the keyboard', () => {
  fc.assert(
    fc.property(cellOf, cellOf, (first, last) => {
      const cell = drawn(first);
      const before = new Map([...cell.querySelectorAll<HTMLElement>('[data-key]')].map((one) => [one.dataset['key'], one]));
      drawBlocks(cell, last);
      for (const one of cell.querySelectorAll<HTMLElement>('[data-key]')) {
        const was = before.get(one.dataset['key']);
        if (was) expect(one).toBe(was);
      }
    }),
  );
});
