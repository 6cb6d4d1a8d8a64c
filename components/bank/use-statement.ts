import { useEffect, useEffectEvent, useState } from 'react';
import { isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currency';
import type { DayOrder } from '@/lib/domain/releases/read-day';
import { digestOf } from '@/lib/files/digest-of';
import { BANK_FIELDS, MOST_STATEMENT_BYTES, type BankColumns, type ReadStatement } from '@/lib/files/statement';
import type { BankFilesBooks } from '@/lib/queries/bank-files';

interface Chosen {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A file as it is read with what the person has said of it so far. */
export interface StatementFile {
  readonly name: string | null;
  readonly digest: string;
  readonly read: ReadStatement | null;
  /** How much is read, from 0 to 1; null: nothing is being read. */
  readonly share: number | null;
  readonly order: DayOrder | null;
  readonly columns: Partial<BankColumns>;
  readonly currency: CurrencyCode;
  readonly choose: (file: File) => Promise<void>;
  /** Puts the file away, in the middle of reading too. */
  readonly forget: () => void;
  readonly setOrder: (order: DayOrder | null) => void;
  readonly setColumns: (columns: Partial<BankColumns>) => void;
  readonly setCurrency: (currency: string) => void;
}

interface Look {
  readonly share: number | null;
  readonly read: ReadStatement | null;
}

const NO_LOOK: Look = { share: null, read: null };

/** Reads the file on this page, in small steps; the reader itself is loaded with the first file. */
export function useStatement(books: BankFilesBooks | null, fallback: CurrencyCode): StatementFile {
  const [file, setFile] = useState<Chosen | null>(null);
  const [digest, setDigest] = useState('');
  const [tooLarge, setTooLarge] = useState<string | null>(null);
  const [look, setLook] = useState(NO_LOOK);
  const [order, setOrder] = useState<DayOrder | null>(null);
  const [columns, setColumns] = useState<Partial<BankColumns>>({});
  const [currency, setCurrency] = useState<CurrencyCode | null>(null);
  const spoken = currency ?? fallback;
  const choose = async (chosen: File) => {
    setLook(NO_LOOK);
    setOrder(null);
    setColumns({});
    setTooLarge(chosen.size > MOST_STATEMENT_BYTES ? chosen.name : null);
    if (chosen.size > MOST_STATEMENT_BYTES) return setFile(null);
    const bytes = new Uint8Array(await chosen.arrayBuffer());
    setDigest(await digestOf(bytes));
    setFile({ name: chosen.name, bytes });
  };
  const readAgain = useEffectEvent(async (signal: AbortSignal) => {
    if (file === null) return setLook(NO_LOOK);
    // What was read stays to be seen while it is read anew.
    const show = (next: Partial<Look>) => !signal.aborted && setLook((before) => ({ ...before, ...next }));
    show({ share: 0 });
    try {
      const { readStatement } = await import('@/lib/files/read-statement');
      const options = { currency: spoken, order, onShare: (share: number) => show({ share }), signal };
      const first = await readStatement(file.bytes, { ...options, columns });
      const known = Object.keys(columns).length > 0 ? null : mappingFor(first, books);
      const read = known === null ? first : await readStatement(file.bytes, { ...options, columns: known });
      show({ share: null, read });
    } catch {
      // It was put away, or is read anew already.
      show(NO_LOOK);
    }
  });
  useEffect(() => {
    const stop = new AbortController();
    void readAgain(stop.signal);
    return () => stop.abort();
  }, [file, spoken, order, columns, books?.mappings.length]);
  const read: ReadStatement | null = tooLarge === null ? look.read : { ok: false, problem: 'too-large', table: null };
  return {
    name: file?.name ?? tooLarge,
    digest,
    read,
    share: look.share,
    order,
    columns,
    currency: spoken,
    choose,
    forget: () => {
      setTooLarge(null);
      setFile(null);
    },
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
