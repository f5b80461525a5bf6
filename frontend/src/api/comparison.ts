import { answerOf, client } from './client';
import { id, stopping } from './request';
import type { components } from './types.gen';
import type { Id, Reference, Rota } from './wire';

/** Two rotas of one week beside each other, and what one takes from the other. */
type Schemas = components['schemas'];
export type Comparison = Schemas['Comparison'];
export type Difference = Schemas['Difference'];
export type Indicators = Schemas['Indicators'];
export type LeftBehind = Schemas['LeftBehind'];
export type Taken = Omit<Schemas['Taken'], 'rota'> & { rota: Rota };

export const compareRotas = (base: Id, other: Id, signal?: AbortSignal) =>
  answerOf(client.GET('/rotas/{id}/comparison', { params: { path: { id: base }, query: { with: other } }, ...stopping(signal) }));
export const takeDifferences = (base: Id, revision: number, from: Id, differences: readonly Reference[]) =>
  answerOf(
    client.POST('/rotas/{id}/take', {
      params: id(base),
      body: { revision, from, differences: differences.map(({ activity, occurrence }) => ({ activity, occurrence })) },
    }),
  ) as Promise<unknown> as Promise<Taken>;
