import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { paperOf } from '@/lib/sandbox/papers/papers';
import { mergeLabels } from './merge-labels';

const AT = Date.UTC(2026, 2, 2, 12);

/** A label as the local market makes them. */
function label(number: number): Uint8Array {
  const bytes = paperOf(`10000${number}/00000000000${number}.pdf`);
  if (bytes === null) throw new Error('That is no name of a label');
  return bytes;
}

async function pagesOf(bytes: Uint8Array | null): Promise<number> {
  return bytes === null ? 0 : (await PDFDocument.load(bytes)).getPageCount();
}

test('labels become the pages of one file, in their order; the same ones give the same bytes', async () => {
  const papers = [1, 2, 3].map((number) => ({ name: String(number), bytes: label(number) }));
  const merged = await mergeLabels(papers, AT);
  expect(merged).toMatchObject({ pages: 3, unread: [] });
  expect(await pagesOf(merged.bytes)).toBe(3);
  expect((await mergeLabels(papers, AT)).bytes).toEqual(merged.bytes);
  expect((await mergeLabels(papers.toReversed(), AT)).bytes).not.toEqual(merged.bytes);
});

test('a label of several pages keeps them all', async () => {
  const two = await mergeLabels(
    [1, 2].map((number) => ({ name: '', bytes: label(number) })),
    AT,
  );
  const merged = await mergeLabels(
    [
      { name: 'two', bytes: two.bytes ?? new Uint8Array() },
      { name: 'one', bytes: label(3) },
    ],
    AT,
  );
  expect(merged.pages).toBe(3);
});

test('what cannot be read is named, and the rest is merged', async () => {
  const whole = label(1);
  const merged = await mergeLabels(
    [
      { name: 'whole', bytes: whole },
      { name: 'page of a web site', bytes: new TextEncoder().encode('<html>Log in</html>') },
      { name: 'cut', bytes: whole.slice(0, 200) },
      { name: 'empty', bytes: new Uint8Array() },
    ],
    AT,
  );
  expect(merged.pages).toBe(1);
  expect(merged.unread).toEqual(['page of a web site', 'cut', 'empty']);
});

test('nothing that can be read is no file', async () => {
  expect(await mergeLabels([{ name: 'x', bytes: new Uint8Array([1]) }], AT)).toEqual({
    bytes: null,
    pages: 0,
    unread: ['x'],
  });
  expect(await mergeLabels([], AT)).toEqual({ bytes: null, pages: 0, unread: [] });
});
