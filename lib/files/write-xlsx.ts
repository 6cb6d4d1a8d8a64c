import type { Sheet } from 'write-excel-file/universal';
import type { ExportFile } from '@/lib/domain/exports/export-settings';
import type { CsvCell } from './csv-text';
import type { ExportTable } from './export-table';
import { writeZip } from './write-zip';

/** Workbooks name a sheet in at most so many letters, and in none of these. */
const MOST_NAME = 31;
const FORBIDDEN = /[\\/?*[\]:]/g;
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/**
 * Tables as one workbook, a sheet each with its head in bold and held in place. Texts are stored as texts, so nothing in
 * them is ever a formula. The same tables give the same bytes: the archive is packed anew with one time.
 *
 * @param name of the file, without its ending
 */
export async function writeXlsx(name: string, tables: readonly ExportTable[]): Promise<ExportFile> {
  const [{ default: writeExcelFile }, { unzipSync }] = await Promise.all([
    import('write-excel-file/universal'),
    import('fflate'),
  ]);
  const blob = await writeExcelFile(tables.map(sheetOf)).toBlob();
  const parts = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  const content = writeZip(
    Object.entries(parts).map(([path, bytes]) => ({ name: path, bytes })),
    0,
  );
  return { name: `${name}.xlsx`, type: TYPE, content, rows: tables.reduce((sum, { rows }) => sum + rows.length, 0) };
}

function sheetOf({ name, head, rows }: ExportTable): Sheet<Blob> {
  return {
    sheet: name.replaceAll(FORBIDDEN, ' ').slice(0, MOST_NAME),
    stickyRowsCount: 1,
    data: [
      head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(cellOf)),
    ],
  };
}

/** Figures of files are written with at most fifteen digits, as a workbook keeps them. */
function cellOf(cell: CsvCell) {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'string') return { value: cell, type: String };
  return { value: Number(cell.number), type: Number, format: cell.number.includes('.') ? '0.00' : '0' };
}
