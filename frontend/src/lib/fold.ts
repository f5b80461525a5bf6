/** A text as one types it in a search: without accents, capitals or doubled spaces. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Whether every word looked for begins a word of the text: "ven del" finds « Delmas, Vendredi ». */
export function found(text: string, wanted: string): boolean {
  const words = fold(text).split(/[\s,'’-]+/);
  return fold(wanted)
    .split(' ')
    .every((part) => words.some((word) => word.startsWith(part)));
}
