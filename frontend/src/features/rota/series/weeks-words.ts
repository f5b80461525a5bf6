import type { SeriesWay } from '$api/series';
import { capitalised, dayMonth } from '$lib/datetime';
import { series as texts } from '$lib/i18n/series';

/** Which weeks change: « 12 semaines changent, du 30 novembre au 2 avril ; 2 déjà modifiées reçoivent une proposition. » */
export function weeksWords({ follow, proposed, published, first, last }: SeriesWay['weeks']): string {
  const words = texts();
  const parts = [
    follow > 0 && first && last && words.follow(follow, dayMonth(first), dayMonth(last)),
    proposed > 0 && words.proposed(proposed, follow + proposed),
    published > 0 && words.published(published),
  ].filter((part): part is string => Boolean(part));
  if (follow + proposed === 0) parts.unshift(words.none);
  return `${capitalised(parts.join(words.separator))}. ${words.later}`;
}
