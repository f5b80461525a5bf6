const formats: Partial<Record<'fr' | 'en', Intl.NumberFormat>> = {};

/** A number as a language writes it, with a true minus: « 3 000 », « 1,5 », « −2 ». */
export function numberIn(locale: 'fr' | 'en', value: number): string {
  // Small whole numbers, which are most, all languages write alike: the browser takes longer to make its first format than to draw a row of the rota.
  const plain = Number.isInteger(value) && Math.abs(value) < 1000;
  const written = plain ? String(value) : (formats[locale] ??= new Intl.NumberFormat(locale)).format(value);
  return written.replace('-', '−');
}
