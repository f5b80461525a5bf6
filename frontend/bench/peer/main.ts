import { createCalendar, Interaction, ResourceTimeline } from '@event-calendar/core';
import '@event-calendar/core/index.css';
import type { House, Rota } from '../../src/api/wire';
import { peerOptions } from './options';

// The same week as the rota shows, read from the same server, in the calendar that would be used instead.
const read = async <Data>(path: string) => (await (await fetch(path)).json()) as Data;
const [house, rota] = await Promise.all([read<House>('/api/house'), read<Rota>('/api/rotas/draft')]);
createCalendar(document.getElementById('app')!, [ResourceTimeline, Interaction], peerOptions(house, rota));
