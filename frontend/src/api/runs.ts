import { answerOf, client } from './client';
import { id, stopping } from './request';
import type { components } from './types.gen';
import type { Id, Run } from './wire';

/** Proposals: what is asked for, what they care for, and how far they are. */
type Schemas = components['schemas'];
export type RunRequest = Schemas['Propose'];
export type Goals = Schemas['Goals'];
export type GoalProfile = Schemas['GoalProfileRecord'];
export type RunBest = Schemas['RunBest'];

export const propose = (rota: Id, request: RunRequest) =>
  answerOf(client.POST('/rotas/{id}/runs', { params: id(rota), body: request })) as Promise<unknown> as Promise<Run>;
export const readRunBest = (run: Id, signal?: AbortSignal) =>
  answerOf(client.GET('/runs/{id}/best', { params: id(run), ...stopping(signal) }));

export const listGoalProfiles = async (signal?: AbortSignal): Promise<GoalProfile[]> =>
  (await answerOf(client.GET('/records/goal_profile', stopping(signal)))).records;
export const createGoalProfile = (name: string, goals: Goals) => answerOf(client.POST('/records/goal_profile', { body: { name, goals } }));
export const archiveGoalProfile = (profile: Id, version: number) =>
  answerOf(client.POST('/records/goal_profile/{id}/archive', { params: id(profile), body: { version } }));
export const restoreGoalProfile = (profile: Id, version: number) =>
  answerOf(client.POST('/records/goal_profile/{id}/restore', { params: id(profile), body: { version } }));
