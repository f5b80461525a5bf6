import { askAhead } from '$api/ahead';
import type { Id } from '$api/wire';

/** The rota that an address asks for, e.g. /planning/2026-W48?planning=ID; null: whichever the week opens with. */
export function askedRota(address: URL): Id | null {
  return address.searchParams.get('planning');
}

/** Asks for the house, a week and the rota it opens with, while the screen's script comes. */
export function askForRota(week: string | undefined): void {
  const rota = askedRota(new URL(location.href));
  askAhead(['/api/house']);
  if (week !== undefined) askAhead([`/api/weeks/${week}/opening${rota === null ? '' : `?rota=${encodeURIComponent(rota)}`}`]);
}
