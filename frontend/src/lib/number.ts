import { language } from './i18n/language.svelte';
import { numberIn } from './i18n/numbers';

/** A number with the reader's decimal sign and thousands. */
export const number = (value: number): string => numberIn(language(), value);
