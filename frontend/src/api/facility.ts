import { answerOf, client } from './client';
import type { components } from './types.gen';

export type FacilitySettings = components['schemas']['FacilitySettings'];
/** What of the settings people change. */
export type FacilityFields = Omit<components['schemas']['FacilityInput'], 'version'>;

export const readFacility = (signal: AbortSignal) => answerOf(client.GET('/facility', { signal }));
export const updateFacility = (version: number, fields: FacilityFields) =>
  answerOf(client.PUT('/facility', { body: { ...fields, version } }));
