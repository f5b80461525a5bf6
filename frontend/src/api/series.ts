import { answerOf, client } from './client';
import { id, stopping } from './request';
import type { components } from './types.gen';
import type { Id, Reference } from './wire';

/** Doing in other weeks what one week does. */
type Schemas = components['schemas'];

export type SeriesPreview = Schemas['SeriesPreview'];
export type SeriesWay = Schemas['SeriesWay'];
export type SeriesOutcome = Schemas['Series'];
export type SeriesScope = SeriesWay['scope'];

export const previewSeries = (rota: Id, { activity, occurrence }: Reference, signal?: AbortSignal) =>
  answerOf(client.GET('/rotas/{id}/series', { params: { ...id(rota), query: { activity, occurrence } }, ...stopping(signal) }));
export const changeSeries = (rota: Id, { activity, occurrence }: Reference, scope: SeriesScope) =>
  answerOf(client.POST('/rotas/{id}/series', { params: id(rota), body: { activity, occurrence, scope } }));
