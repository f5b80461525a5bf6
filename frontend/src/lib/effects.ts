import type { Effect } from '$api/answers';
import { duration } from '$lib/datetime';
import { answers as texts } from '$lib/i18n/answers';

/** What changes in words, what it costs first; « rien d’autre ne change » where nothing does. `wishNow` is what missing the wished hour costs now. */
export function effectsWords(effects: readonly Effect[], wishNow: number): string {
  const costs = effects.filter(({ cost }) => cost > 0);
  const gains = effects.filter(({ cost }) => cost < 0);
  const words = [...costs, ...gains].map((effect) => changeWords(effect, wishNow));
  return words.length === 0 ? texts().nothing : words.join(', ');
}

function changeWords({ term, amount, cost }: Effect, wishNow: number): string {
  const words = texts().terms[term];
  const size = Math.abs(amount);
  if (cost > 0) return words.more(size, duration(size));
  return term === 'window' && wishNow + cost === 0 ? texts().keptWish : words.less(size, duration(size));
}
