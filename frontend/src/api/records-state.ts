import { answerOf, client } from './client';
import type { components } from './types.gen';
import type { Id } from './wire';

/** What a week holds of one child or one professional, as their sheets show it. */
export type ChildState = components['schemas']['ChildState'];
export type WeekMinutes = components['schemas']['WeekMinutes'];
export type ProfessionalState = components['schemas']['ProfessionalState'];

/** Without a rota: what is published of the week, or the newest draft. */
const asked = (id: Id, week: string, signal: AbortSignal, rota?: Id) => ({
  params: { path: { id }, query: rota === undefined ? { week } : { week, rota } },
  signal,
});

export const readChildState = (child: Id, week: string, signal: AbortSignal, rota?: Id) =>
  answerOf(client.GET('/children/{id}/state', asked(child, week, signal, rota)));
export const readProfessionalState = (professional: Id, week: string, signal: AbortSignal, rota?: Id) =>
  answerOf(client.GET('/professionals/{id}/state', asked(professional, week, signal, rota)));
