import type { Subject } from './carry';
import type { GridBlock } from './model';
import { isWaiting } from './waiting';

/** How near its end a mouse takes a block by the end, in pixels; of a narrow block no more than a third is its end. */
const END = 6;

/** What is carried when a block is. */
export function subjectOf(block: GridBlock): Subject {
  const { key, ref, row, start } = block;
  const duration = block.end - start;
  return isWaiting(block) ? { key: null, ref, duration, origin: null } : { key, ref, duration, origin: { row, start } };
}

/** The end of a block, to be moved. */
export function endOf(block: GridBlock): Subject {
  const { key, ref, row, start, end } = block;
  return { key, ref, duration: end - start, origin: { row, start, length: end - start }, deed: 'stretch' };
}

/** One more of a block, which stays where it is. */
export function copyOf(block: GridBlock): Subject {
  return { ...subjectOf(block), key: null, origin: null, deed: 'copy' };
}

/** What a pointer takes of a block: its end by the handle or near it, one more of it with the key that copies elsewhere, else the block. */
export function graspOf(block: GridBlock, event: PointerEvent): Subject {
  const element = event.target instanceof Element ? event.target : null;
  if (block.stretches && (element?.closest('[data-grip]') || (event.pointerType === 'mouse' && nearEnd(element, event.clientX))))
    return endOf(block);
  return !isWaiting(block) && (event.ctrlKey || event.metaKey) ? copyOf(block) : subjectOf(block);
}

function nearEnd(element: Element | null, x: number): boolean {
  const box = element?.closest('[data-end]')?.getBoundingClientRect();
  return box !== undefined && box.right - x <= Math.min(END, box.width / 3);
}
