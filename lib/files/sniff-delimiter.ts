import Papa from 'papaparse';

export type Delimiter = ',' | ';' | '\t' | '|';

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|'];
const HEAD = 64 * 1024;
const ROWS = 60;

/**
 * What parts the cells of a table: the sign that parts most rows into the same number of cells, more than one. A first line
 * `sep=;`, which spreadsheets write, is believed. Amounts like `1.234,50` part rows too, but never all alike.
 */
export function sniffDelimiter(text: string): Delimiter {
  const told = /^sep=([,;|\t])\r?\n/i.exec(text)?.[1];
  if (told !== undefined) return told as Delimiter;
  const head = text.slice(0, HEAD);
  let best: { readonly delimiter: Delimiter; readonly score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = evenness(head, delimiter);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** Rows that have the usual number of cells, weighed by how many cells that is. */
function evenness(head: string, delimiter: Delimiter): number {
  if (!head.includes(delimiter)) return 0;
  const { data } = Papa.parse<string[]>(head, { delimiter, preview: ROWS, skipEmptyLines: 'greedy' });
  const counts = new Map<number, number>();
  for (const cells of data) if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let best = 0;
  for (const [cells, rows] of counts)
    best = Math.max(best, (rows / data.length) * Math.log2(cells + 1) * Math.min(rows, 3));
  return best;
}
