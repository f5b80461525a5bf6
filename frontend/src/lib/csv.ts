/** What a table calculates with where a cell begins so: Excel would run what somebody wrote into a name. */
const CALCULATED = /^[=+\-@\t\r]/;

/**
 * A list as Excel opens it in French: semicolons, UTF-8 with its mark, every cell a text. What looks like a formula is written with an
 * apostrophe before it (OWASP, CSV injection).
 */
export function writeCsv(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => `"${(CALCULATED.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
  return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** Hands a text to the reader as a file. */
export function saveFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after the press has returned.
  setTimeout(() => URL.revokeObjectURL(address));
}
