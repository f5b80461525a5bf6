import { answerOf, client } from './client';
import type { components } from './types.gen';

/** The ways between all places as rotas count them. */
export type Travel = components['schemas']['Travel'];
export type TravelPair = components['schemas']['TravelPair'];

export const readTravel = (signal: AbortSignal) => answerOf(client.GET('/travel', { signal }));
/** Has the routing server of the house asked in the background. */
export const refreshTravel = () => answerOf(client.POST('/travel/refresh', {}));
