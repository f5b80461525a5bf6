import { plainState, type GridBlock } from '../rota/model';

/** A session of Nora's on Monday, for tests of what is drawn. */
export function sampleBlock(key: string, start: number, duration = 45, more: Partial<GridBlock> = {}): GridBlock {
  return {
    key,
    ref: key,
    row: 'nora',
    start,
    end: start + duration,
    kind: 'one',
    colour: { code: 'MO', tint: 'MO' },
    text: { forms: ['Lina M.', 'LM'], extras: [] },
    state: plainState,
    travel: 0,
    about: [],
    description: 'lundi 23, 9 h',
    movable: true,
    stretches: false,
    ...more,
  };
}
