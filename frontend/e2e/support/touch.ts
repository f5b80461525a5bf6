import type { CDPSession } from 'playwright-core';
import { eventually } from './condition';
import type { Move, RotaScreen, Session } from './rota';

/** Moves a session with one finger: a long press, a drag, and off the glass. */
export async function touchDrag(screen: RotaScreen, move: Move): Promise<void> {
  const finger = await screen.page.context().newCDPSession(screen.page);
  const [x, y] = await pointOn(screen, move);
  await send(finger, 'touchStart', x, y);
  await screen.veil.waitFor({ state: 'attached' });
  await screen.aim(move.person, move.start, (toX, toY) => send(finger, 'touchMove', toX, toY));
  await eventually(() => screen.said.textContent()).toMatch(/: libre/);
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await finger.detach();
}

/** Rests a finger on a session and takes it off where it was. */
export async function longPress(screen: RotaScreen, session: Session): Promise<void> {
  const finger = await screen.page.context().newCDPSession(screen.page);
  const [x, y] = await pointOn(screen, session);
  await send(finger, 'touchStart', x, y);
  await screen.veil.waitFor({ state: 'attached' });
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await screen.veil.waitFor({ state: 'detached' });
  await finger.detach();
}

/** Puts a finger down, lets it be moved, and takes it off. */
export async function dragFinger(
  screen: RotaScreen,
  [x, y]: [x: number, y: number],
  move: (moveTo: (x: number, y: number) => Promise<void>) => Promise<void>,
): Promise<void> {
  const finger = await screen.page.context().newCDPSession(screen.page);
  await send(finger, 'touchStart', x, y);
  await move((toX, toY) => send(finger, 'touchMove', toX, toY));
  await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await finger.detach();
}

/** Touches a session. */
export async function tap(screen: RotaScreen, session: Session): Promise<void> {
  const [x, y] = await pointOn(screen, session);
  await screen.page.touchscreen.tap(x, y);
}

async function pointOn(screen: RotaScreen, session: Session): Promise<[x: number, y: number]> {
  const block = screen.block(session);
  await block.scrollIntoViewIfNeeded();
  const box = await block.boundingBox();
  if (!box) throw new Error('the session is not drawn');
  return [box.x + Math.min(6, box.width / 2), box.y + box.height / 2];
}

async function send(finger: CDPSession, type: 'touchStart' | 'touchMove', x: number, y: number): Promise<void> {
  await finger.send('Input.dispatchTouchEvent', { type, touchPoints: [{ x, y }] });
}
