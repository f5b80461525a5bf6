import { afterEach, describe, expect, it, vi } from 'vitest';
import { askAhead, forgetAhead } from '$api/ahead';
import { readRota } from '$api/operations';
import { askForRota, chooseRota } from './choice';
import { sampleRota, sampleWeek } from './sample';

const { summary } = sampleRota();
const older = { ...summary, id: 'older', number: 1 };
const newer = { ...summary, id: 'newer', number: 2 };
const published = { ...summary, id: 'published', state: 'published' as const, version: 1 };
const week = { ...sampleWeek(), drafts: [newer, older], published };

afterEach(() => {
  vi.unstubAllGlobals();
  forgetAhead();
});

describe('the rota a week opens with', () => {
  it('is the newest draft for those who edit, what is published for the others', () => {
    expect(chooseRota(week, null, true)?.id).toBe('newer');
    expect(chooseRota(week, null, false)?.id).toBe('published');
    expect(chooseRota({ ...week, drafts: [] }, null, true)?.id).toBe('published');
    expect(chooseRota({ ...week, drafts: [], published: null }, null, true)).toBeNull();
  });

  it('is the one asked for where the week has it', () => {
    expect(chooseRota(week, 'older', true)?.id).toBe('older');
    expect(chooseRota(week, 'of another week', true)?.id).toBe('newer');
  });

  it('is asked for as soon as the week says which it is', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', async (request: Request | string) => {
      const { pathname } = new URL(typeof request === 'string' ? request : request.url);
      asked.push(pathname);
      if (pathname === '/api/session') return Response.json({ can: { edit_rota: true } });
      return Response.json(pathname.startsWith('/api/weeks/') ? week : { ...sampleRota(), people: [] });
    });
    askAhead(['/api/session']);
    await askForRota('2026-W48');
    expect(asked).toEqual(['/api/session', '/api/house', '/api/weeks/2026-W48', '/api/rotas/newer']);
    await readRota('newer');
    expect(asked).toHaveLength(4);
  });
});
