import { breather } from './breathe';
import { decodeText } from './decode-text';
import type { TableChunk, TableFacts } from './read-table';
import { sniffDelimiter, type Delimiter } from './sniff-delimiter';
import { TableError } from './table-problem';
import { TextCursor } from './text-cursor';

/**
 * Rows of a text that is parted by a sign, piece by piece.
 *
 * @throws TableError `unclosed` with the line at which the quote opens, `empty`, `web-page`, `not-a-table`
 */
export async function* readTextTable(bytes: Uint8Array, delimiter: Delimiter | null): AsyncGenerator<TableChunk> {
  const { text: marked, encoding } = await decodeText(bytes);
  const text = marked.replace(/^\ufeff/, '');
  if (text.trim() === '') throw new TableError({ kind: 'empty' });
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text)) throw new TableError({ kind: 'web-page' });
  const sign = delimiter ?? sniffDelimiter(text);
  const facts: TableFacts = { kind: 'text', encoding, delimiter: sign, sheets: [], sheet: null };
  const breathe = breather();
  const cursor = new TextCursor(text, sign);
  while (!cursor.isDone) {
    yield { facts, rows: cursor.next(), share: cursor.share };
    await breathe();
  }
}
