import { expect, test } from 'vitest';
import { after, previewLines } from './preview-lines';

const WORDS = { labelOf: (name: string) => ({ inventory: 'Pairs', photos: 'Photos' })[name] ?? null, rest: 'Rest' };

const TABLES = [
  { name: 'inventory', before: 240, after: 238 },
  { name: 'photos', before: 0, after: 0 },
  { name: 'cursors', before: 3, after: 4 },
  { name: 'sweepPages', before: 7, after: 0 },
];

test('tables a seller knows have a line each, empty ones none, the rest is one', () => {
  expect(previewLines(TABLES, WORDS)).toEqual([
    { label: 'Pairs', before: 240, after: 238 },
    { label: 'Rest', before: 10, after: 4 },
  ]);
  expect(after(TABLES)).toBe(242);
});

test('books that do not open are counted as unknown, never as none', () => {
  const lines = previewLines(
    TABLES.map((table) => ({ ...table, before: null })),
    WORDS,
  );
  expect(lines.map(({ before }) => before)).toEqual([null, null]);
});

test('nothing on either side is no line at all', () => {
  expect(previewLines([{ name: 'cursors', before: 0, after: 0 }], WORDS)).toEqual([]);
});
