import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { workbook } from '@/tests/fixtures/workbook';
import { readTable, type TableRow } from './read-table';
import { TableError } from './table-problem';

async function read(bytes: Uint8Array, sheet: string | null = null) {
  const rows: TableRow[] = [];
  for await (const chunk of readTable(bytes, { sheet })) rows.push(...chunk.rows);
  return rows;
}

async function problemOf(bytes: Uint8Array): Promise<string> {
  try {
    await read(bytes);
    return 'none';
  } catch (error) {
    if (error instanceof TableError) return error.problem.kind;
    throw error;
  }
}

describe('workbooks that are none', () => {
  test.each([
    ['another archive', zipSync({ 'a.txt': strToU8('a') }), 'broken-workbook'],
    ['half a workbook', workbook({ A: '<row r="1"><c r="A1"><v>1</v></c></row>' }).subarray(0, 300), 'broken-workbook'],
    ['XML that is none', workbook({ A: '<row r="1"><c r="A1"><v>1</row>' }), 'broken-workbook'],
    [
      'words that look like the end of a row',
      workbook({ A: `<row r="1"><c r="A1" t="str"><v>arrow>${'-'.repeat(70_000)}</v></c></row>` }),
      'broken-workbook',
    ],
    ['no rows', workbook({ A: '' }), 'empty'],
    [
      'too many parts',
      zipSync(Object.fromEntries(Array.from({ length: 2500 }, (_, nth) => [`a${nth}`, new Uint8Array(1)]))),
      'bomb',
    ],
  ])('%s', async (_, bytes, kind) => expect(await problemOf(bytes)).toBe(kind));

  test('300 MB packed into a few hundred KB are not unpacked, whatever the archive says of its size', async () => {
    const bomb = workbook({ A: '' }, { 'xl/sharedStrings.xml': [new Uint8Array(300 * 1024 * 1024), { level: 9 }] });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await problemOf(bomb)).toBe('bomb');
    const lying = Uint8Array.from(bomb);
    const view = new DataView(lying.buffer);
    for (let at = 0; at + 30 < lying.length; at += 1) {
      if (view.getUint32(at, true) === 0x04_03_4b_50) view.setUint32(at + 22, 10, true);
    }
    expect(await problemOf(lying)).toBe('bomb');
  }, 30_000);
});
