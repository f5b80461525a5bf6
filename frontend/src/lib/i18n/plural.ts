import { numberIn } from './numbers';

const rules: Partial<Record<'fr' | 'en', Intl.PluralRules>> = {};

/** Picks the form that goes with a count. French counts 0 and 1 as singular, English only 1. */
function choose(locale: 'fr' | 'en', count: number, singular: string, plural: string): string {
  const rule = (rules[locale] ??= new Intl.PluralRules(locale));
  return rule.select(count) === 'one' ? singular : plural;
}

/** « 1 personne », « 12 personnes »: the number, a no-break space and the French form that goes with it. */
export function frenchCount(count: number, singular: string, plural: string): string {
  return `${numberIn('fr', count)}\u00a0${choose('fr', count, singular, plural)}`;
}

/** The French form that goes with a count, without the number. */
export function frenchForm(count: number, singular: string, plural: string): string {
  return choose('fr', count, singular, plural);
}

/** "1 person", "12 people". */
export function englishCount(count: number, singular: string, plural: string): string {
  return `${numberIn('en', count)}\u00a0${choose('en', count, singular, plural)}`;
}

/** The English form that goes with a count, without the number. */
export function englishForm(count: number, singular: string, plural: string): string {
  return choose('en', count, singular, plural);
}

/** « d’Omar », « de Lina »: every h is taken as mute, as it is in nearly all names and activities. */
export const frenchOf = (name: string): string => (/^([aeiouhàâéèêëîïôùûœæ]|y(?![aeiou]))/i.test(name) ? `d’${name}` : `de ${name}`);
