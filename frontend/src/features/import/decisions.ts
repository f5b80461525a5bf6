import type { Decisions, ImportFinding, ImportRow, ImportSheet } from '$api/imports';

/** No decision at all. */
export const undecided: Decisions = { sheets: [], columns: [], names: [], rows: [] };

type RowChoice = Decisions['rows'][number];

/** The decisions with another one about a name; a later one about the same name replaces it. */
export function aboutName(decisions: Decisions, finding: ImportFinding, is: string): Decisions {
  const others = decisions.names.filter((other) => other.kind !== finding.kind || other.name !== finding.name);
  return { ...decisions, names: [...others, { kind: finding.kind, name: finding.name, is, create: is === '' }] };
}

/** The decisions with one about each of some rows of a sheet. */
export function aboutRows(decisions: Decisions, sheet: string, rows: readonly ImportRow[], choice: RowChoice['choice']): Decisions {
  const decided = new Set(rows.map((row) => row.number));
  const others = decisions.rows.filter((other) => other.name !== sheet || !decided.has(other.row));
  const same = (row: ImportRow) => (choice === 'same' ? (row.candidates[0]?.id ?? '') : '');
  return { ...decisions, rows: [...others, ...rows.map((row) => ({ name: sheet, row: row.number, choice, same: same(row) }))] };
}

/** The decisions with what a sheet is; empty leaves it out. What was said of its columns goes with what it was before. */
export function sheetIs(decisions: Decisions, name: string, is: string): Decisions {
  const about = <Item extends { name: string }>(items: readonly Item[]) => items.filter((other) => other.name !== name);
  return { ...decisions, sheets: [...about(decisions.sheets), { name, sheet: is }], columns: about(decisions.columns) };
}

/** The decisions with what a sheet is and what its columns hold. Only what differs from how it was understood is a decision. */
export function aboutSheet(decisions: Decisions, sheet: ImportSheet, is: string, columns: readonly string[]): Decisions {
  if (is !== sheet.sheet) return sheetIs(decisions, sheet.name, is);
  const others = decisions.columns.filter((other) => other.name !== sheet.name);
  const known = decisions.columns.filter((other) => other.name === sheet.name);
  const changed = sheet.fields.flatMap((field, at) => {
    const column = columns[at] ?? '';
    const decided = known.some((other) => other.header === field.header);
    return column === field.column && !decided ? [] : [{ name: sheet.name, header: field.header, column }];
  });
  return { ...decisions, columns: [...others, ...changed] };
}
