import { expect, test } from 'vitest';
import { after, previewLines } from './preview-lines';

const TABLES = [
  { name: 'inventory', before: 240, after: 238 },
  { name: 'photos', before: 0, after: 0 },
  { name: 'cursors', before: 3, after: 4 },
  { name: 'sweepPages', before: 7, after: 0 },
];

test('tables a seller knows have a line each, empty ones none, the rest is one', () => {
  expect(previewLines(TABLES).map(({ before, after: then }) => [before, then])).toEqual([
    [240, 238],
    [10, 4],
  ]);
  expect(after(TABLES)).toBe(242);
});

test('books that do not open are counted as unknown, never as none', () => {
  const lines = previewLines(TABLES.map((table) => ({ ...table, before: null })));
  expect(lines.map(({ before }) => before)).toEqual([null, null]);
});

test('nothing on either side is no line at all', () => {
  expect(previewLines([{ name: 'cursors', before: 0, after: 0 }])).toEqual([]);
});
