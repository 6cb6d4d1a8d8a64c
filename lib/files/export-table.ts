import type { CsvCell } from './csv-text';

/** A table with names that stay, for whoever reads it with a program. */
export interface ExportTable {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly CsvCell[])[];
}
