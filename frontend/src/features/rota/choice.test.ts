import { afterEach, expect, it, vi } from 'vitest';
import { forgetAhead } from '$api/ahead';
import { readHouse, readOpening } from '$api/operations';
import { askForRota } from './choice';

const asked: string[] = [];

afterEach(() => {
  vi.unstubAllGlobals();
  forgetAhead();
  history.replaceState(null, '', '/');
  asked.length = 0;
});

/** The network is the only thing replaced: it notes what it is asked. */
function network() {
  vi.stubGlobal('fetch', async (request: Request | string) => {
    const { pathname, search } = new URL(typeof request === 'string' ? request : request.url);
    asked.push(pathname + search);
    return Response.json({});
  });
}

it('a week and its rota are asked for once, ahead of who reads them', async () => {
  network();
  askForRota('2026-W48');
  await Promise.all([readHouse(), readOpening('2026-W48', null)]);
  expect(asked).toEqual(['/api/house', '/api/weeks/2026-W48/opening']);
});

it('the rota of the address is the one asked for', async () => {
  network();
  history.replaceState(null, '', '/planning/2026-W48?planning=un%20autre');
  askForRota('2026-W48');
  await readOpening('2026-W48', 'un autre');
  expect(asked).toEqual(['/api/house', '/api/weeks/2026-W48/opening?rota=un%20autre']);
});

it('without a week in the address only the house is asked for', () => {
  network();
  askForRota(undefined);
  expect(asked).toEqual(['/api/house']);
});
