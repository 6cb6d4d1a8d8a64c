/**
 * Why a file is no table that could be read. `unclosed`: a quote opened at `line` is never closed; `too-large`: beyond
 * what is read, in `limit` bytes; `bomb`: a workbook that would unpack to far more than any table needs.
 */
export type TableProblem =
  | { readonly kind: 'empty' | 'not-a-table' | 'old-workbook' | 'web-page' | 'pdf' | 'locked-workbook' }
  | { readonly kind: 'broken-workbook' | 'no-such-sheet' | 'bomb' | 'too-many-rows' | 'changed' }
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'unclosed'; readonly line: number };

/** Ends the reading of a table. Nothing was changed: reading writes nothing. */
export class TableError extends Error {
  override readonly name = 'TableError';

  constructor(readonly problem: TableProblem) {
    super(`The file cannot be read as a table: ${problem.kind}.`);
  }
}
