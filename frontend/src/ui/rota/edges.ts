/** How near an edge counts as at it, in pixels. */
const NEAR = 36;
/** How long the pointer rests near an edge before the grid scrolls, in milliseconds. */
const REST = 300;
const STEP = 12;
/** How often the grid moves by a step while it scrolls, in milliseconds. */
const EVERY = 16;

/** Which edges of a box something is carried to: -1 left or above, 1 right or below, 0 neither. */
export interface Edges {
  x: -1 | 0 | 1;
  y: -1 | 0 | 1;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/**
 * The edges a point is near within a box, whose heads at the left and at the top belong to those edges; outside the box, none: there it is on
 * its way elsewhere, such as the tray.
 */
export function edgesNear(at: { x: number; y: number }, box: Box, heads: { left: number; top: number }): Edges {
  if (at.x <= box.left || at.x >= box.right || at.y <= box.top || at.y >= box.bottom) return { x: 0, y: 0 };
  return { x: side(at.x, box.left + heads.left, box.right), y: side(at.y, box.top + heads.top, box.bottom) };
}

function side(at: number, from: number, to: number): -1 | 0 | 1 {
  if (at < from + NEAR) return -1;
  return at > to - NEAR ? 1 : 0;
}

/** Scrolls towards the edges as long as it is not called off, once the pointer has rested there. Returns how to call it off. */
export function scrollTowards({ x, y }: Edges, scroller: Element): () => void {
  let timer: ReturnType<typeof setInterval>;
  const wait = setTimeout(() => (timer = setInterval(() => scroller.scrollBy(x * STEP, y * STEP), EVERY)), REST);
  return () => {
    clearTimeout(wait);
    clearInterval(timer);
  };
}
