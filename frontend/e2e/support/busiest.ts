import type { Id, Rota } from '../../src/api/wire';
import type { RotaScreen } from './rota';

export const DAY = 1440;

export interface Busy {
  id: Id;
  name: string;
  /** Their appointments of Monday. */
  count: number;
}

/** Who has the most appointments on Monday in what is published: whose absence that morning weighs most. */
export async function busiest(screen: RotaScreen): Promise<Busy> {
  const week = await screen.week();
  const [published, house] = await Promise.all([screen.read<Rota>(`/rotas/${week.published?.id}`), screen.house()]);
  const counts = new Map<Id, number>();
  for (const { staff, start, fixed } of published.occurrences) {
    if (start < DAY && !fixed) for (const id of staff) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const [id, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return { id, count, name: house.professionals.find((one) => one.id === id)?.name ?? '' };
}
