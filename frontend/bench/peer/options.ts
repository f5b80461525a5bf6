import type { Calendar } from '@event-calendar/core';
import type { House, Rota } from '../../src/api/wire';

const MONDAY = '2026-11-23';

/** The moment of a minute of the planning week, as the calendar reads it: "2026-11-23T09:15:00". */
function moment(minute: number): string {
  return new Date(Date.parse(`${MONDAY}T00:00:00Z`) + minute * 60_000).toISOString().slice(0, 19);
}

/** What EventCalendar needs to show a rota as ours does: a row for everybody, the hours of five days, sessions that can be dragged. */
export function peerOptions(house: House, rota: Rota): Calendar.Options {
  const lengths = new Map(rota.activities.map((activity) => [activity.id, activity.duration]));
  return {
    view: 'resourceTimelineWeek',
    date: MONDAY,
    locale: 'fr',
    firstDay: 1,
    hiddenDays: [0, 6],
    slotMinTime: '08:00',
    slotMaxTime: '18:30',
    slotDuration: '00:30',
    snapDuration: '00:15',
    height: '900px',
    editable: true,
    resources: house.professionals.map(({ id, name }) => ({ id, title: name })),
    events: rota.occurrences.map((one) => ({
      id: `${one.activity}/${one.occurrence}`,
      title: one.activity,
      start: moment(one.start),
      end: moment(one.start + (lengths.get(one.activity) ?? 60)),
      resourceIds: one.staff,
    })),
  };
}
