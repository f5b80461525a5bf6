import { describe, expect, it } from 'vitest';
import { besides } from './verdict';

describe('besides', () => {
  it('leaves out the hours at which the first one is still going on', () => {
    const options = new Map([['row', { starts: new Set([540, 555, 600, 645, 660]), reason: 'busy' }]]);
    expect([...(besides(options, 600, 45).get('row')?.starts ?? [])]).toEqual([540, 555, 645, 660]);
  });
});
