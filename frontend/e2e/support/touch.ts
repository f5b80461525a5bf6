import type { CDPSession } from 'playwright-core';
import { eventually } from './condition';
import type { Move, RotaScreen } from './rota';

/** Moves a session with one finger: a long press, a drag, and off the glass. */
export async function touchDrag(screen: RotaScreen, move: Move): Promise<void> {
  const finger = await screen.page.context().newCDPSession(screen.page);
  const block = screen.block(move);
  await block.scrollIntoViewIfNeeded();
  const box = await block.boundingBox();
  if (!box) throw new Error('the session is not drawn');
  const [x, y] = [box.x + Math.min(6, box.width / 2), box.y + box.height / 2];
  await send(finger, 'touchStart', x, y);
  await eventually(() => screen.grid.getAttribute('class')).toContain('carrying');
  await screen.aim(move.person, move.start, (toX, toY) => send(finger, 'touchMove', toX, toY));
  await eventually(() => screen.said.textContent()).toMatch(/: libre/);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await finger.detach();
}

async function send(finger: CDPSession, type: 'touchStart' | 'touchMove', x: number, y: number): Promise<void> {
  await finger.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] });
}
