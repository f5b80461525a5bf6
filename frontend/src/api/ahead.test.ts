import { afterEach, expect, it, vi } from 'vitest';
import { askAhead, forgetAhead } from './ahead';
import { readHouse } from './operations';

/** The network is the only thing replaced: it counts what it is asked and gives each answer once, in order. */
function network(...statuses: number[]) {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (request: Request | string) => {
    asked.push(new URL(typeof request === 'string' ? request : request.url).pathname);
    return new Response(JSON.stringify({ answer: asked.length }), { status: statuses.shift() ?? 500 });
  });
  return asked;
}

afterEach(() => {
  vi.unstubAllGlobals();
  forgetAhead();
});

it('an answer asked for ahead is given to its reader, once', async () => {
  const asked = network(200, 200);
  askAhead(['/api/house']);
  expect(await readHouse()).toEqual({ answer: 1 });
  expect(asked).toEqual(['/api/house']);
  expect(await readHouse()).toEqual({ answer: 2 });
});

it('a refusal asked for ahead is not given to anybody', async () => {
  network(401, 200);
  askAhead(['/api/house']);
  expect(await readHouse()).toEqual({ answer: 2 });
});

it('nothing asked for one person is given to the next', async () => {
  network(200, 200);
  askAhead(['/api/house']);
  forgetAhead();
  expect(await readHouse()).toEqual({ answer: 2 });
});

it('an answer nobody came for in time is asked for again', async () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  network(200, 200);
  askAhead(['/api/house']);
  vi.advanceTimersByTime(11_000);
  expect(await readHouse()).toEqual({ answer: 2 });
  vi.useRealTimers();
});
