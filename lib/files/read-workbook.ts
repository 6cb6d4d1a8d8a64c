import type { TableChunk } from './read-table';
import { TableError } from './table-problem';

/** Rows of a workbook's sheet. */
// eslint-disable-next-line require-yield -- until sheets are read here
export async function* readWorkbook(_bytes: Uint8Array, _sheet: string | null): AsyncGenerator<TableChunk> {
  throw new TableError({ kind: 'broken-workbook' });
}
