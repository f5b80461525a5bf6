import { describe as suite, expect, it } from 'vitest';
import { ApiError, describe } from './errors';

const refusal = (status: number, code: string, key?: string) =>
  new ApiError({ type: 'about:blank', title: '', status, code, fields: [], breaches: [], ...(key ? { key } : {}) });

suite('what a refusal says', () => {
  it('is the sentence of its name, else of its code', () => {
    expect(describe(refusal(409, 'conflict', 'week.no_template'))).toMatch(/^Aucune semaine type publiée/);
    expect(describe(refusal(409, 'conflict', 'request_decided'))).toMatch(/déjà décidée/);
    expect(describe(refusal(409, 'conflict', 'something.new'))).toMatch(/^Cela vient de changer/);
    expect(describe(refusal(409, 'conflict'))).toMatch(/^Cela vient de changer/);
    expect(describe(refusal(503, 'database'))).toMatch(/^Le serveur/);
  });
});
