import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_TEXT_BYTES, readTable, type TableFacts, type TableOptions, type TableRow } from './read-table';
import { TableError } from './table-problem';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function read(file: Blob | Uint8Array, options: TableOptions = {}) {
  const rows: TableRow[] = [];
  let facts: TableFacts | null = null;
  for await (const chunk of readTable(file, options)) {
    rows.push(...chunk.rows);
    ({ facts } = chunk);
  }
  return { rows, facts, cells: rows.map(({ cells }) => cells) };
}

async function problemOf(file: Blob | Uint8Array) {
  try {
    await read(file);
  } catch (error) {
    if (error instanceof TableError) return error.problem;
    throw error;
  }
  return null;
}

describe('files that are no table', () => {
  test.each([
    ['nothing', '', { kind: 'empty' }],
    ['blanks', ' \n\n ', { kind: 'empty' }],
    ['a quote never closed', 'a,b\n1,"two\n3,4\n5,6\n', { kind: 'unclosed', line: 2 }],
    ['a quote never closed behind cells of several lines', 'a\n"x\ny"\nz\n"1\n2', { kind: 'unclosed', line: 5 }],
    ['a page', '<!DOCTYPE html><table>', { kind: 'web-page' }],
    ['a PDF', '%PDF-1.7 …', { kind: 'pdf' }],
    ['a program', 'MZ\0\0\u0001\0\0\0,\0', { kind: 'not-a-table' }],
  ])('%s', async (_, text, problem) => expect(await problemOf(utf8(text))).toEqual(problem));

  test('a workbook of before 2007', async () => {
    expect(await problemOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))).toEqual({
      kind: 'old-workbook',
    });
  });

  test('200 MB are refused before a byte of them is read', async () => {
    const file = new Blob([utf8('a,b\n')]);
    Object.defineProperty(file, 'size', { value: 200 * 1024 * 1024 });
    expect(await problemOf(file)).toEqual({ kind: 'too-large', limit: MOST_TEXT_BYTES });
  });

  test('a quote never closed in a large file is told early, with its line', async () => {
    const rows = Array.from({ length: 300_000 }, (_, nth) => `${nth},b`).join('\n');
    expect(await problemOf(utf8(`a,b\n1,"two\n${rows}`))).toEqual({ kind: 'unclosed', line: 2 });
  });

  test('whatever the bytes, they are a table or refused with a reason', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (bytes) => {
        await problemOf(bytes);
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});
