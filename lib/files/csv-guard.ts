/** What a spreadsheet would carry out, and what was guarded once already. */
const FORMULA = /^'*[=+\-@|%\t\r]/;
const GUARDED = /^'+[=+\-@|%\t\r]/;

/** A text that a spreadsheet would take for a formula begins with an apostrophe. */
export function guardCell(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** The text that was guarded. */
export function unguardCell(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
