import { currentAddress, navigate } from '$lib/router.svelte';
import type { Colouring } from './colours';
import { rowKinds, type RowKind } from './rows/kinds';

/** How the blocks of a row stand: along the hours, or as cards in each half of a day. */
export type Layout = 'hours' | 'cards';

/** The words of the address, which can be sent to somebody else: /planning/2026-W48?lignes=enfants&vue=cartes&couleurs=equipes. */
const ROW_WORDS: Record<RowKind, string> = {
  professionals: 'professionnels',
  children: 'enfants',
  rooms: 'salles',
  places: 'lieux',
  teams: 'equipes',
};
const CARDS_WORD = 'cartes';
const TEAMS_WORD = 'equipes';

/** How the week is looked at. It stands in the address, so that it can be linked and survives a reload. */
export class View {
  get rows(): RowKind {
    const word = currentAddress().searchParams.get('lignes');
    return rowKinds.find((kind) => ROW_WORDS[kind] === word) ?? 'professionals';
  }

  set rows(kind: RowKind) {
    change('lignes', kind === 'professionals' ? null : ROW_WORDS[kind]);
  }

  get layout(): Layout {
    return currentAddress().searchParams.get('vue') === CARDS_WORD ? 'cards' : 'hours';
  }

  set layout(layout: Layout) {
    change('vue', layout === 'cards' ? CARDS_WORD : null);
  }

  /** Whether the next week stands beside this one. */
  get twoWeeks(): boolean {
    return currentAddress().searchParams.get('semaines') === '2';
  }

  set twoWeeks(two: boolean) {
    change('semaines', two ? '2' : null);
  }

  get colours(): Colouring {
    return currentAddress().searchParams.get('couleurs') === TEAMS_WORD ? 'teams' : 'modalities';
  }

  set colours(colours: Colouring) {
    change('couleurs', colours === 'teams' ? TEAMS_WORD : null);
  }
}

/** The address of another week or rota, looked at in the same way. */
export function lookedAtAlike(path: string): string {
  const from = currentAddress().searchParams;
  const to = new URL(path, currentAddress());
  for (const name of ['lignes', 'vue', 'couleurs', 'semaines']) {
    const value = from.get(name);
    if (value !== null) to.searchParams.set(name, value);
  }
  return to.pathname + to.search;
}

/** The address of what is shown, with other rows. */
export const withRows = (kind: RowKind): string => addressWith('lignes', ROW_WORDS[kind]);

const change = (name: string, value: string | null): void => navigate(addressWith(name, value), { replace: true });

function addressWith(name: string, value: string | null): string {
  const next = new URL(currentAddress());
  if (value === null) next.searchParams.delete(name);
  else next.searchParams.set(name, value);
  return next.pathname + next.search;
}
