import { answerOf, client } from './client';
import { stopping } from './request';
import type { components } from './types.gen';

/** What a week was published as. */
export type Version = components['schemas']['Version'];

export const listVersions = async (week: string, signal?: AbortSignal): Promise<Version[]> =>
  (await answerOf(client.GET('/weeks/{week}/versions', { params: { path: { week } }, ...stopping(signal) }))).versions;
