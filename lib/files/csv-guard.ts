/** What spreadsheets begin a formula with, also behind blanks and signs that are not seen. */
const STARTS: ReadonlySet<string> = new Set(['=', '+', '-', '@', '|', '%']);
const BLANK = 32;

/**
 * A text that a spreadsheet would carry out begins with an apostrophe; so does one that looks as if it were guarded
 * already, so that each can be told from the other when the file is read again.
 *
 * @example `=1+1` becomes `'=1+1`, and `'=1+1` becomes `''=1+1`
 */
export function guardCell(text: string): string {
  return isFormula(text.replace(/^'+/, '')) ? `'${text}` : text;
}

/** The text that was guarded. */
export function unguardCell(text: string): string {
  return text.startsWith("'") && isFormula(text.replace(/^'+/, '')) ? text.slice(1) : text;
}

function isFormula(text: string): boolean {
  const first = [...text].find((sign) => (sign.codePointAt(0) ?? 0) > BLANK && sign.trim() !== '');
  return text.startsWith('\t') || text.startsWith('\r') || STARTS.has(first ?? '');
}
