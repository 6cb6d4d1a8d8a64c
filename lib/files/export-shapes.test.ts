import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import {
  EXPORT_SETTINGS as settings,
  EXPORT_WORDS as words,
  makeLedger,
  makeLedgerSale,
} from '@/tests/fixtures/ledger';
import { exportTables } from './write-books-csv';
import { writeIif, writeQuickBooksBank } from './write-quickbooks';
import { writeSageAudit, writeSageBank } from './write-sage';
import { writeXeroInvoices } from './write-xero';
import { writeXeroBank } from './write-xero-bank';
import { writeXlsx } from './write-xlsx';

const FORMATS = path.resolve(import.meta.dirname, '../../../shared/data/formats');
const text = ({ content }: { readonly content: string | Uint8Array }): string => content as string;
const lines = (file: { readonly content: string | Uint8Array }): string[] => text(file).trimEnd().split('\r\n');

test('a workbook reads back as the tables it was made of, and the same tables give the same bytes', async () => {
  const tables = exportTables(makeLedger({ sales: [makeLedgerSale({ name: '=HYPERLINK("x")' })] }), words);
  const [first, second] = await Promise.all([writeXlsx('books', tables), writeXlsx('books', tables)]);
  expect(first.content).toEqual(second.content);
  const { default: readExcelFile } = await import('read-excel-file/node');
  const sheets = await readExcelFile(Buffer.from(first.content as Uint8Array));
  const [sales] = sheets;
  expect(sheets.map(({ sheet }) => sheet)).toEqual([
    'sales',
    'purchases',
    'spending',
    'penalties',
    'write-offs',
    'returns',
    'receipts',
    'left-out',
  ]);
  expect(sales?.data[0]?.slice(0, 3)).toEqual(['sold_on', 'paid_on', 'platform']);
  expect(sales?.data[1]).toEqual(expect.arrayContaining(['2025-03-10', 245, 211.6, '=HYPERLINK("x")']));
});

describe.skipIf(!existsSync(FORMATS))('heads as the real products expect them', () => {
  const headers = (): Record<string, { readonly columns: readonly string[] }> =>
    JSON.parse(readFileSync(path.join(FORMATS, 'headers.json'), 'utf8')) as never;
  const headOf = (file: { readonly content: string | Uint8Array }) => Papa.parse<string[]>(text(file)).data[0];

  test.each([
    ['xero_sales_invoice', () => writeXeroInvoices(makeLedger({ sales: [] }), settings, words)],
    ['xero_bank_statement', () => writeXeroBank([], settings, 'Check Number')[0]!],
    ['qbo_bank_3col', () => writeQuickBooksBank([], settings)[0]!],
    [
      'sage50_audit_trail',
      () => writeSageAudit(makeLedger({ sales: [], purchases: [], spending: [] }), settings, words),
    ],
    ['sage_business_cloud_bank_3col', () => writeSageBank([])],
  ])('%s', (name, write) => {
    expect(headOf(write())).toEqual(headers()[name]?.columns);
  });

  test('IIF begins as the sample does', () => {
    const sample = readFileSync(path.join(FORMATS, 'sample.iif'), 'utf8').split(/\r?\n/).slice(0, 3);
    expect(lines(writeIif(makeLedger(), settings, words)).slice(0, 3)).toEqual(sample);
  });
});
