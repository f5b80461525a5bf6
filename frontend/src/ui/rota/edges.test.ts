import { describe, expect, it } from 'vitest';
import { edgesNear } from './edges';

const box = { left: 0, right: 1600, top: 100, bottom: 900 };
const heads = { left: 220, top: 44 };

describe('edges', () => {
  it('knows each side, corners, and the middle', () => {
    expect(edgesNear({ x: 800, y: 500 }, box, heads)).toEqual({ x: 0, y: 0 });
    expect(edgesNear({ x: 230, y: 500 }, box, heads)).toEqual({ x: -1, y: 0 });
    expect(edgesNear({ x: 1590, y: 500 }, box, heads)).toEqual({ x: 1, y: 0 });
    expect(edgesNear({ x: 800, y: 150 }, box, heads)).toEqual({ x: 0, y: -1 });
    expect(edgesNear({ x: 1590, y: 890 }, box, heads)).toEqual({ x: 1, y: 1 });
  });

  it('takes the heads for the edges they stand at', () => {
    expect(edgesNear({ x: 100, y: 500 }, box, heads)).toEqual({ x: -1, y: 0 });
    expect(edgesNear({ x: 800, y: 110 }, box, heads)).toEqual({ x: 0, y: -1 });
  });

  it('scrolls nowhere for what has left the grid', () => {
    expect(edgesNear({ x: 800, y: 910 }, box, heads)).toEqual({ x: 0, y: 0 });
    expect(edgesNear({ x: 800, y: 90 }, box, heads)).toEqual({ x: 0, y: 0 });
  });
});
