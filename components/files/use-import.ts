import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { SourceId } from '@/lib/domain/imports/entry';
import { digestOf } from '@/lib/files/digest-of';
import type { ColumnChoice } from '@/lib/files/formats/column-choice';
import { NO_ANSWERS, type Answers } from '@/lib/files/formats/format';
import { readEntries, type ReadEntries } from '@/lib/files/formats/read-entries';
import type { KeptMapping } from '@/lib/files/formats/recognise';
import type { Delimiter } from '@/lib/files/sniff-delimiter';
import { TableError } from '@/lib/files/table-problem';
import { previewImport, type PreviewRow } from '@/lib/queries/import-preview';
import { importOfDigest, keptColumns, type PastImport } from '@/lib/queries/past-imports';
import { useBridge } from '../bridge/bridge';
import { localOffset } from '../bridge/local-time';
import { nextTurn } from '../ui/next-turn';
import { problemText } from './import-words';

/** What the seller said about a file. */
export interface Said {
  readonly source: SourceId | null;
  readonly columns: ColumnChoice | null;
  readonly answers: Answers;
  readonly sheet: string | null;
  readonly delimiter: Delimiter | null;
}

const NOTHING_SAID: Said = { source: null, columns: null, answers: NO_ANSWERS, sheet: null, delimiter: null };

export interface ImportFile {
  readonly name: string;
  readonly file: Blob;
  /** SHA-256, hex. */
  readonly digest: string;
  /** It was imported before, and not taken back. */
  readonly before: PastImport | null;
}

export type ImportLook =
  | { readonly state: 'none' }
  | { readonly state: 'reading'; readonly share: number }
  | { readonly state: 'refused'; readonly message: string }
  | { readonly state: 'read'; readonly read: ReadEntries; readonly rows: readonly PreviewRow[] | null };

/** Larger files are not even opened for their digest. */
const MOST_BYTES = 64 * 1024 * 1024;

export interface ImportState {
  readonly chosen: ImportFile | null;
  readonly said: Said;
  readonly look: ImportLook;
  readonly choose: (name: string, file: Blob) => void;
  readonly say: (part: Partial<Said>) => void;
  readonly forget: () => void;
}

/** A file that is looked at: read anew, in small steps, whenever something is said about it. Nothing is written. */
export function useImport(): ImportState {
  const { books } = useBridge();
  const [chosen, setChosen] = useState<ImportFile | null>(null);
  const [said, setSaid] = useState(NOTHING_SAID);
  const [look, setLook] = useState<ImportLook>({ state: 'none' });
  const latest = useRef(0);
  const choose = async (name: string, file: Blob) => {
    const turn = (latest.current += 1);
    setSaid(NOTHING_SAID);
    setLook({ state: 'reading', share: 0 });
    if (file.size > MOST_BYTES) {
      setChosen(null);
      return setLook({ state: 'refused', message: problemText({ kind: 'too-large', limit: MOST_BYTES }) });
    }
    try {
      const digest = await digestOf(await file.arrayBuffer());
      const before = await importOfDigest(books, digest);
      if (turn === latest.current) setChosen({ name, file, digest, before });
    } catch {
      if (turn === latest.current) setLook({ state: 'refused', message: problemText({ kind: 'changed' }) });
    }
  };
  const readAgain = useEffectEvent(async (signal: AbortSignal) => {
    if (chosen === null) return;
    setLook({ state: 'reading', share: 0 });
    try {
      const read = await readEntries(chosen.file, {
        ...said,
        table: { sheet: said.sheet, delimiter: said.delimiter },
        offsetAt: localOffset,
        kept: (await keptColumns(books)).map(toKept),
        onShare: (share) => !signal.aborted && setLook({ state: 'reading', share }),
        signal,
      });
      if (signal.aborted) return;
      setLook({ state: 'read', read, rows: null });
      const rows = await previewImport(books, read.entries, { breathe: nextTurn, signal });
      if (!signal.aborted) setLook({ state: 'read', read, rows });
    } catch (error) {
      if (signal.aborted) return;
      const message =
        error instanceof TableError
          ? problemText(error.problem)
          : String(error instanceof Error ? error.message : error);
      setLook({ state: 'refused', message });
    }
  });
  useEffect(() => {
    const stop = new AbortController();
    void readAgain(stop.signal);
    return () => stop.abort();
  }, [chosen, said]);
  return {
    chosen,
    said,
    look,
    choose: (name, file) => void choose(name, file),
    say: (part) => setSaid({ ...said, ...part }),
    forget: () => {
      latest.current += 1;
      setChosen(null);
      setSaid(NOTHING_SAID);
      setLook({ state: 'none' });
    },
  };
}

function toKept({ header, settings }: Awaited<ReturnType<typeof keptColumns>>[number]): KeptMapping {
  const { source, columns } = settings as { readonly source?: SourceId; readonly columns?: ColumnChoice };
  return { header, source: source ?? 'own-sales', columns: columns ?? {} };
}
