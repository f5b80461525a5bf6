import { beforeEnglish, language } from './language.svelte';

/**
 * Joins the French texts of one feature, which are the source, with their English twin, which is loaded only when somebody reads English.
 * The twin has to satisfy the French type: a missing text or a wrong argument fails the type check.
 */
export function dictionary<Texts>(french: Texts, loadEnglish: () => Promise<Texts>): () => Texts {
  let english = $state.raw<Texts>();
  beforeEnglish(async () => {
    english ??= await loadEnglish();
  });
  return () => (language() === 'en' && english !== undefined ? english : french);
}
