/** What is wrong, and what to do about it: the first sentence of a text and the rest. A full stop inside a quotation ends nothing. */
export function cutSentence(text: string): [string, string] {
  const first = /^(?:«[^»]*»|“[^”]*”|[^.«“])*\.(?=\s)/.exec(text)?.[0] ?? text;
  return [first, text.slice(first.length).trim()];
}
