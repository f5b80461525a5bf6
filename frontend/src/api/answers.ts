import { answerOf, client } from './client';
import type { components } from './types.gen';
import type { Id, Operation, Reference } from './wire';

/** What the server answers to questions about one occurrence of a rota, and about the whole of it before a run. */
type Schemas = components['schemas'];
export type Explanation = Schemas['Explanation'];
export type Effect = Schemas['Effect'];
export type Term = Effect['term'];
export type Ways = Schemas['Ways'];
export type Way = Schemas['Way'];
export type Proposal = Schemas['Proposal'];
export type Proposals = Schemas['Proposals'];
export type Planned = Schemas['Planned'];
export type Impossible = Schemas['Impossible'];
export type { ChildState, ProfessionalState } from './records-state';

const about = (id: Id, { activity, occurrence }: Reference, signal: AbortSignal) => ({
  params: { path: { id }, query: { activity, occurrence } },
  signal,
});

export const explain = (rota: Id, ref: Reference, signal: AbortSignal) =>
  answerOf(client.GET('/rotas/{id}/explanation', about(rota, ref, signal)));
export const readWays = (rota: Id, { activity, occurrence }: Reference, keep: 'hour' | 'staff' | '', signal: AbortSignal) =>
  answerOf(client.GET('/rotas/{id}/ways', { params: { path: { id: rota }, query: { activity, occurrence, keep } }, signal }));
export const readProposals = (rota: Id, ref: Reference, signal: AbortSignal) =>
  answerOf(client.GET('/rotas/{id}/proposals', about(rota, ref, signal)));
export const precheck = (rota: Id, signal: AbortSignal) =>
  answerOf(client.GET('/rotas/{id}/precheck', { params: { path: { id: rota } }, signal }));

/** The operation that plans something so. */
export function operationOf({ activity, occurrence, start, staff, attendees, place, room }: Planned): Operation {
  return { kind: 'set', activity, occurrence, start, staff, attendees, place, room };
}
