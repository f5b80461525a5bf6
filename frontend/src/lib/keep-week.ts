import { readMyWeek } from '$api/operations';
import type { House, MyWeek, Session } from '$api/wire';
import { nextWeek } from '$lib/datetime';
import { keepCopy, type Copy } from '$lib/kept.svelte';

/** Keeps this week and the next as the server has them now. Where that fails the copy before stays as long as it may. */
export async function keepMyWeeks(session: Session, house: House): Promise<void> {
  const names = [session.planning_week, nextWeek(session.planning_week)];
  keepCopy(copyOf(session, house, await Promise.all(names.map((name) => readMyWeek(name)))));
}

/** No more than one's own weeks show: of the house only the places one goes to, of oneself neither address nor rights. */
export function copyOf(session: Session, house: House, weeks: MyWeek[]): Omit<Copy, 'read'> {
  const { account } = session;
  const items = weeks.flatMap((week) => week.items);
  const places = new Set(items.flatMap((item) => [item.place, item.change?.old_place]));
  const rooms = new Set(items.map((item) => item.room));
  return {
    account: account.id,
    minutes: session.lasts_minutes,
    session: {
      ...session,
      account: { ...account, email: '' },
      can: {
        edit_rota: false,
        publish_rota: false,
        propose: false,
        create_meeting: false,
        read_team: false,
        own_week: true,
        records: {},
      },
    },
    house: {
      teams: [],
      children: [],
      partners: [],
      modalities: house.modalities,
      professionals: house.professionals.filter(({ id }) => id === account.professional_id),
      places: house.places.filter(({ id }) => places.has(id)),
      rooms: house.rooms.filter(({ id }) => rooms.has(id)),
    },
    weeks: weeks.map((week) => ({ ...week, since: null })),
  };
}
