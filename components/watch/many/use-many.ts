import { useMemo, useState } from 'react';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { readTextFile } from '@/lib/files/read-text-file';
import { readWatchCsv, type WatchColumns, type WatchField } from '@/lib/files/read-watch-csv';
import type { WatchEntry } from '@/lib/files/watch-entry';
import { readWatchLines } from '@/lib/files/watch-lines';
import { t } from '../../ui/text';
import { keepColumns, useKeptColumns } from './kept-columns';

/** More bytes than this are no list of a thousand lines. */
const MOST_BYTES = 5_000_000;

interface Chosen {
  readonly name: string;
  readonly text: string;
}

export interface Many {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** null: lines are pasted. */
  readonly file: string | null;
  readonly choose: (file: File) => Promise<void>;
  readonly leaveFile: () => void;
  /** Of a file with headings: which column is what, and which there are. */
  readonly table: { readonly headings: readonly string[]; readonly columns: WatchColumns } | null;
  readonly setColumn: (field: WatchField, heading: string | null) => void;
  readonly entries: readonly WatchEntry[];
  /** Lines that were not read. */
  readonly left: number;
  readonly problem: string | null;
  /** Remembers the columns for the next file of this kind. */
  readonly keep: () => void;
}

/** What somebody pasted or chose, as it is understood; nothing of it is written. */
export function useMany(currency: CurrencyCode): Many {
  const [text, setText] = useState('');
  const [file, setFile] = useState<Chosen | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [columns, setColumns] = useState<Partial<WatchColumns>>({});
  const kept = useKeptColumns();
  const table = useMemo(() => {
    if (file === null) return null;
    const guessed = readWatchCsv(file.text, currency);
    const own = guessed.ok ? (kept.get(guessed.headings.join(', '))?.columns ?? {}) : {};
    return readWatchCsv(file.text, currency, { ...own, ...columns });
  }, [file, columns, currency, kept]);
  const lines = useMemo(() => (file === null ? readWatchLines(text, currency) : null), [file, text, currency]);
  const broken = table !== null && !table.ok ? table : null;
  const good = table?.ok === true ? table : null;
  return {
    text,
    setText,
    file: file?.name ?? null,
    choose: async (chosen) => {
      setColumns({});
      const read = await readFile(chosen);
      setRefusal(typeof read === 'string' ? read : null);
      setFile(typeof read === 'string' ? null : read);
    },
    leaveFile: () => {
      setFile(null);
      setRefusal(null);
    },
    table: good,
    setColumn: (field, heading) => setColumns((before) => ({ ...before, [field]: heading })),
    entries: good?.entries ?? lines?.entries ?? [],
    left: good?.left ?? lines?.left ?? 0,
    problem: refusal ?? (broken === null || file === null ? null : brokenText(file.name, broken)),
    keep: () => {
      if (good === null || Object.keys(columns).length === 0) return;
      void keepColumns(good.headings, good.columns, kept.get(good.headings.join(', ')));
    },
  };
}

async function readFile(file: File): Promise<Chosen | string> {
  if (file.size > MOST_BYTES) return t('watchMany.tooLarge', [file.name]);
  const read = readTextFile(new Uint8Array(await file.arrayBuffer()));
  return read.ok ? { name: file.name, text: read.text } : t('watchMany.encoding', [file.name]);
}

function brokenText(
  name: string,
  { problem, line }: { readonly problem: 'empty' | 'unclosed'; readonly line: number },
) {
  return problem === 'empty' ? t('watchMany.emptyFile', [name]) : t('watchMany.unclosed', [name, String(line)]);
}
