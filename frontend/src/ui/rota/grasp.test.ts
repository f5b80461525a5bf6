import { describe, expect, it } from 'vitest';
import { sampleBlock } from '../testing/block';
import { graspOf } from './grasp';
import { waitingSpan } from './waiting';

const block = sampleBlock('lina/0/nora', 540, 45, { ref: 'lina/0', stretches: true });

/** A press at some pixels from the left of a block forty pixels wide. */
function press(x: number, { grip = false, ctrl = false, touch = false, wide = 40 } = {}): PointerEvent {
  const target = document.createElement(grip ? 'span' : 'button');
  target.toggleAttribute(grip ? 'data-grip' : 'data-end', true);
  target.getBoundingClientRect = () => new DOMRect(0, 0, wide, 24);
  return { target, clientX: x, pointerType: touch ? 'touch' : 'mouse', ctrlKey: ctrl, metaKey: false } as unknown as PointerEvent;
}

describe('graspOf', () => {
  it('takes the block by its middle, and its end near the end', () => {
    expect(graspOf(block, press(20))).toMatchObject({ key: 'lina/0/nora', origin: { row: 'nora', start: 540 } });
    expect(graspOf(block, press(20)).deed).toBeUndefined();
    expect(graspOf(block, press(36))).toMatchObject({ deed: 'stretch', origin: { row: 'nora', start: 540, length: 45 } });
  });

  it('leaves two thirds of a narrow block to be moved by', () => {
    expect(graspOf(block, press(7, { wide: 12 })).deed).toBeUndefined();
    expect(graspOf(block, press(9, { wide: 12 })).deed).toBe('stretch');
  });

  it('takes the end with a finger by its handle alone', () => {
    expect(graspOf(block, press(36, { touch: true })).deed).toBeUndefined();
    expect(graspOf(block, press(5, { touch: true, grip: true })).deed).toBe('stretch');
  });

  it('takes one more of it with the key that copies, and nothing but the whole of what has no length to change', () => {
    expect(graspOf(block, press(20, { ctrl: true }))).toMatchObject({ key: null, origin: null, deed: 'copy' });
    expect(graspOf({ ...block, stretches: false }, press(36)).deed).toBeUndefined();
    const waits = { ...block, ...waitingSpan(45), stretches: false };
    expect(graspOf(waits, press(20, { ctrl: true }))).toEqual({ key: null, ref: 'lina/0', duration: 45, origin: null });
  });
});
