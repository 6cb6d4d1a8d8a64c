import { parseData } from './json-tree';

const MOST_SCRIPTS = 600;
const MOST_CHARACTERS = 6_000_000;
const MOST_ROWS = 3000;

const known = new WeakMap<Document, { readonly length: number; readonly rows: readonly unknown[] }>();

/**
 * The data a Next.js page streams in many small scripts (`self.__next_f.push([1,"…"])`), as its rows. A row may be cut
 * anywhere between two scripts, so they are put together first; rows that are no data are left out.
 */
export function readFlight(document: Document): readonly unknown[] {
  const chunks: string[] = [];
  let length = 0;
  let scripts = 0;
  for (const script of document.querySelectorAll('script:not([src]):not([id]):not([type="application/ld+json"])')) {
    scripts += 1;
    if (scripts > MOST_SCRIPTS || length > MOST_CHARACTERS) break;
    const text = script.textContent ?? '';
    if (!text.includes('__next_f')) continue;
    chunks.push(text);
    length += text.length;
  }
  if (chunks.length === 0) return [];
  const last = known.get(document);
  if (last?.length === length) return last.rows;
  const rows = rowsOf(chunks.map(chunkText).join(''));
  known.set(document, { length, rows });
  return rows;
}

function chunkText(script: string): string {
  const start = script.indexOf('[', script.indexOf('__next_f'));
  const end = script.lastIndexOf(']');
  const call = start < 0 || end < start ? null : parseData(script.slice(start, end + 1));
  const text: unknown = Array.isArray(call) ? call[1] : null;
  return typeof text === 'string' ? text : '';
}

function rowsOf(stream: string): readonly unknown[] {
  const rows: unknown[] = [];
  for (const line of stream.split('\n', MOST_ROWS)) {
    const [head] = /^[0-9a-f]{1,8}:[A-Z]{0,2}(?=[[{])/.exec(line) ?? [];
    const row = head === undefined ? null : parseData(line.slice(head.length));
    if (row !== null) rows.push(row);
  }
  return rows;
}
