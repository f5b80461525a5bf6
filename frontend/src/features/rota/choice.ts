import { askAhead, readAhead } from '$api/ahead';
import type { Id, RotaSummary, Session, Week } from '$api/wire';

/** The rota that an address asks for, e.g. /planning/2026-W48?planning=ID; null: whichever the week opens with. */
export function askedRota(address: URL): Id | null {
  return address.searchParams.get('planning');
}

/** The rota a week opens with: the one asked for, else the newest draft for those who edit, else what is published. */
export function chooseRota(week: Week, wanted: Id | null, editor: boolean): RotaSummary | null {
  const newest = [...week.drafts].sort((a, b) => b.number - a.number)[0] ?? null;
  const asked = [...week.drafts, ...(week.published ? [week.published] : [])].find((rota) => rota.id === wanted);
  return asked ?? (editor ? (newest ?? week.published) : week.published);
}

/** Asks for a week and its rota while the screen's script comes. The session is asked for already. */
export async function askForRota(name: string | undefined): Promise<void> {
  askAhead(['/api/house']);
  if (name === undefined) return;
  const path = `/api/weeks/${name}`;
  askAhead([path]);
  const [session, week] = await Promise.all([readAhead<Session>('/api/session'), readAhead<Week>(path)]);
  const rota = session && week ? chooseRota(week, askedRota(new URL(location.href)), session.can.edit_rota) : null;
  if (rota) askAhead([`/api/rotas/${rota.id}`]);
}
