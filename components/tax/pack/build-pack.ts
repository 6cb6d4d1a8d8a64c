import { localDate } from '@/lib/domain/time/local-date';
import type { OffsetAt } from '@/lib/domain/time/period';
import { digestOf } from '@/lib/files/digest-of';
import { writeZip, type ZipEntry } from '@/lib/files/write-zip';
import type { PackData } from '@/lib/queries/tax-pack';
import { nextTurn } from '../../ui/next-turn';
import { assumptionsPage, type Digested } from './assumptions-page';
import {
  expensesCsv,
  mileageCsv,
  missingCsv,
  purchasesCsv,
  stockCsv,
  unmatchedCsv,
  valuationsCsv,
} from './pack-tables';
import { profitCsv, salesCsv } from './sales-csv';
import { entriesCsv, figuresCsv, stockBookCsv } from './report-csv';

export interface BuiltPack {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly files: number;
}

/**
 * Everything of a year in one archive. The same books give the same bytes: nothing in it says when it was made, and the
 * time of its entries is the end of the year.
 *
 * @param onProgress told after each file; the page is let breathe in between
 */
export async function buildPack(
  data: PackData,
  basis: 'cash' | 'accrual',
  offsetAt: OffsetAt,
  onProgress: (done: number, of: number) => void,
): Promise<BuiltPack> {
  const parts = partsOf(data, offsetAt);
  const files: ZipEntry[] = [];
  const digests: Digested[] = [];
  for (const [nth, { name, make }] of parts.entries()) {
    const bytes = make();
    files.push({ name, bytes });
    digests.push({ name, digest: await digestOf(wholeOf(bytes)) });
    onProgress(nth + 1, parts.length + 1);
    await nextTurn();
  }
  files.push({ name: 'assumptions.html', bytes: assumptionsPage(data, digests, basis) });
  onProgress(files.length, files.length);
  return { bytes: writeZip(files, data.year.to), files: files.length };
}

interface Part {
  readonly name: string;
  readonly make: () => ZipEntry['bytes'];
}

function partsOf(data: PackData, offsetAt: OffsetAt): readonly Part[] {
  const { year, reports, expenses } = data;
  const spentOn = new Map(expenses.map(({ id, spentAt }) => [id, localDate(spentAt, offsetAt)]));
  return [
    { name: 'profit-and-loss.csv', make: () => profitCsv(data, offsetAt) },
    { name: 'sales.csv', make: () => salesCsv(data) },
    { name: 'purchases.csv', make: () => purchasesCsv(data, offsetAt) },
    { name: 'expenses.csv', make: () => expensesCsv(data, offsetAt) },
    { name: 'mileage.csv', make: () => mileageCsv(data, offsetAt) },
    { name: `stock-opening-${year.first}.csv`, make: () => stockCsv(data, year.from, offsetAt) },
    { name: `stock-closing-${year.last}.csv`, make: () => stockCsv(data, year.to, offsetAt) },
    { name: 'stock-values.csv', make: () => valuationsCsv(data) },
    { name: 'stock-book.csv', make: () => stockBookCsv(data.book) },
    { name: 'bank-unmatched.csv', make: () => unmatchedCsv(data) },
    { name: 'missing.csv', make: () => missingCsv(data, offsetAt) },
    ...reports.flatMap((report): Part[] => [
      { name: `reports/${report.kind}-${report.period.first}.csv`, make: () => figuresCsv(report) },
      { name: `reports/${report.kind}-${report.period.first}-rows.csv`, make: () => entriesCsv(report, offsetAt) },
    ]),
    ...data.receipts.map((receipt): Part => {
      const day = spentOn.get(receipt.expenseId) ?? 'undated';
      return { name: `receipts/${day}-${receipt.id}-${plain(receipt.name)}`, make: () => bytesOf(receipt.dataUrl) };
    }),
  ];
}

/** A name that every system can unpack. */
function plain(name: string): string {
  const safe = name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replaceAll(/^[.-]+|[.-]+$/g, '');
  return safe === '' ? 'receipt' : safe.slice(-80);
}

/** What a `data:` URL holds. */
function bytesOf(dataUrl: string): Uint8Array {
  return Uint8Array.from(atob(dataUrl.slice(dataUrl.indexOf(',') + 1)), (sign) => sign.charCodeAt(0));
}

function wholeOf(bytes: ZipEntry['bytes']): Uint8Array<ArrayBuffer> {
  return typeof bytes === 'string' ? new TextEncoder().encode(bytes) : new Uint8Array(bytes);
}
