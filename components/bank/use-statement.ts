import { useEffect, useMemo, useState } from 'react';
import { isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currency';
import type { DayOrder } from '@/lib/domain/releases/read-day';
import { digestOf } from '@/lib/files/digest-of';
import { BANK_FIELDS, MOST_STATEMENT_BYTES, type BankColumns, type ReadStatement } from '@/lib/files/statement';
import type { BankFilesBooks } from '@/lib/queries/bank-files';

interface Chosen {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

type Reader = (typeof import('@/lib/files/read-statement'))['readStatement'];

/** A file as it is read with what the person has said of it so far. */
export interface StatementFile {
  readonly name: string | null;
  readonly digest: string;
  readonly read: ReadStatement | null;
  readonly order: DayOrder | null;
  readonly columns: Partial<BankColumns>;
  readonly currency: CurrencyCode;
  readonly choose: (file: File) => Promise<void>;
  readonly setOrder: (order: DayOrder | null) => void;
  readonly setColumns: (columns: Partial<BankColumns>) => void;
  readonly setCurrency: (currency: string) => void;
}

/** Reads the file on this page; the reader itself is loaded with the first file. */
export function useStatement(books: BankFilesBooks | null, fallback: CurrencyCode): StatementFile {
  const [file, setFile] = useState<Chosen | null>(null);
  const [digest, setDigest] = useState('');
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const [reader, setReader] = useState<{ readonly read: Reader } | null>(null);
  const [order, setOrder] = useState<DayOrder | null>(null);
  const [columns, setColumns] = useState<Partial<BankColumns>>({});
  const [currency, setCurrency] = useState<CurrencyCode | null>(null);
  const spoken = currency ?? fallback;
  useEffect(() => {
    if (file === null || reader !== null) return;
    void import('@/lib/files/read-statement').then(({ readStatement }) => setReader({ read: readStatement }));
  }, [file, reader]);
  const choose = async (chosen: File) => {
    setOrder(null);
    setColumns({});
    setTooLarge(chosen.size > MOST_STATEMENT_BYTES ? chosen.name : null);
    if (chosen.size > MOST_STATEMENT_BYTES) return setFile(null);
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    setDigest(await digestOf(bytes));
    setFile({ name: chosen.name, bytes });
  };
  const read = useMemo((): ReadStatement | null => {
    if (tooLarge !== null) return { ok: false, problem: 'too-large', table: null };
    if (file === null || reader === null) return null;
    const first = reader.read(file.bytes, { currency: spoken, order, columns });
    const known = Object.keys(columns).length > 0 ? null : mappingFor(first, books);
    return known === null ? first : reader.read(file.bytes, { currency: spoken, order, columns: known });
  }, [file, tooLarge, reader, spoken, order, columns, books]);
  return {
    name: file?.name ?? tooLarge,
    digest,
    read,
    order,
    columns,
    currency: spoken,
    choose,
    setOrder,
    setColumns,
    setCurrency: (code) => isCurrencyCode(code) && setCurrency(code),
  };
}

/** What was said of a table with these very headings before; null: it was never seen, or needs no word. */
function mappingFor(read: ReadStatement, books: BankFilesBooks | null): Partial<BankColumns> | null {
  const header = read.table?.headings.join('\n');
  const known = books?.mappings.find((mapping) => mapping.header.join('\n') === header);
  if (known === undefined) return null;
  const told = BANK_FIELDS.flatMap((field) => {
    const heading = known.settings[field];
    return typeof heading === 'string' || heading === null ? [[field, heading] as const] : [];
  });
  return Object.fromEntries(told);
}
