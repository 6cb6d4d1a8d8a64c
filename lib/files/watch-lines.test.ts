import { describe, expect, test } from 'vitest';
import type { WatchEntry } from './watch-entry';
import { readWatchLines } from './watch-lines';

/** `DD1391-100 10 @12000 USD`, or what is wrong. */
function said(entry: WatchEntry): string {
  if (!entry.ok) return `${entry.line}: ${entry.problem.reason} "${entry.problem.text}"`;
  const { styleCode, usSize, targetPrice, note } = entry;
  const target = targetPrice === null ? '' : ` @${targetPrice.minor} ${targetPrice.currency}`;
  return `${styleCode} ${usSize ?? 'all'}${target}${note === '' ? '' : ` (${note})`}`;
}

const read = (text: string) => readWatchLines(text, 'USD').entries.map(said);

describe('a pasted line', () => {
  test.each([
    ['DD1391-100 10', ['DD1391-100 10']],
    ['DD1391 100, US 10.5, 95', ['DD1391-100 10.5 @9500 USD']],
    ['dd1391-100', ['DD1391-100 all']],
    ['DD1391 100', ['DD1391-100 all']],
    ['DD1391 100 10', ['DD1391-100 10']],
    ['JR8166 9 9.5 10 @ 120', ['JR8166 9 @12000 USD', 'JR8166 9.5 @12000 USD', 'JR8166 10 @12000 USD']],
    ['JR8166 9/9.5 $120', ['JR8166 9 @12000 USD', 'JR8166 9.5 @12000 USD']],
    ['JR8166 US 9 10 £98.50', ['JR8166 9 @9850 GBP', 'JR8166 10 @9850 GBP']],
    ['JR8166 10 95 EUR', ['JR8166 10 @9500 EUR']],
    ['JR8166 10 € 95', ['JR8166 10 @9500 EUR']],
    ['JR8166 10 120', ['JR8166 10 @12000 USD']],
    ['JR8166 10½', ['JR8166 10.5']],
    ['JR8166 10 10', ['JR8166 10']],
    ['JR8166 all @ 80', ['JR8166 all @8000 USD']],
    ['DD1391-100\t10\t95\tfor Ana', ['DD1391-100 10 @9500 USD (for Ana)']],
    ['DD1391-100;9 10;1.234,50;a; b', ['DD1391-100 9 @123450 USD (a; b)', 'DD1391-100 10 @123450 USD (a; b)']],
    ['"DD1391-100";"10";""', ['DD1391-100 10']],
    ['DD1391-100,,95', ['DD1391-100 all @9500 USD']],
    ['DD1391-100 10, 95', ['DD1391-100 10 @9500 USD']],
    ['DD1391-100, 10', ['DD1391-100 10']],
    ['387475 01 10', ['387475-01 10']],
    ['DD1391-100 7.5W', ['DD1391-100 7.5']],
    ['DD1391-100\u00a010', ['DD1391-100 10']],
    ['JR8166 9-10', ['JR8166 9', 'JR8166 9.5', 'JR8166 10']],
    ['JR8166 US 10.5–11 @ 95', ['JR8166 10.5 @9500 USD', 'JR8166 11 @9500 USD']],
    ['JR8166, 9-9.5 12, 95', ['JR8166 9 @9500 USD', 'JR8166 9.5 @9500 USD', 'JR8166 12 @9500 USD']],
    ['JR8166 10 @ 120 for Ana, 2 pairs', ['JR8166 10 @12000 USD (for Ana, 2 pairs)']],
    ['JR8166 10 @ 120 Ana wants two', ['JR8166 10 @12000 USD (Ana wants two)']],
    ['JR8166 10 $95.50 gift', ['JR8166 10 @9550 USD (gift)']],
    ['JR8166 10 @ 95 EUR gift', ['JR8166 10 @9500 EUR (gift)']],
  ])('%j', (text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    ['Panda Dunk 10', '1: no-code "Panda"'],
    ['DD1391-100 big', '1: not-a-size "big"'],
    ['DD1391-100, UK 9', '1: not-us "UK 9"'],
    ['DD1391-100 42.5', '1: not-us "42.5"'],
    ['DD1391-100 10 @ cheap', '1: not-a-price "cheap"'],
    ['DD1391-100 11-9', '1: not-a-size "11-9"'],
    ['DD1391-100 1-40', '1: not-a-size "1-40"'],
    ['DD1391-100 10 @ 0', '1: not-a-price "0"'],
    ['=HYPERLINK("x")', '1: no-code "=HYPERLINK("x")"'],
  ])('%j is refused: %s', (text, expected) => expect(read(text)).toEqual([expected]));
});

test('the same code and size counts once, whatever stands between', () => {
  expect(read('DD1391-100 10\n\n DD1391 100 9 10 @ 95')).toEqual([
    'DD1391-100 10',
    'DD1391-100 9 @9500 USD',
    '3: twice "DD1391-100"',
  ]);
});

test('a thousand lines are read, and how many more there are is told', () => {
  const lines = Array.from({ length: 1003 }, (_, nth) => `AB${1000 + nth} 10`).join('\r\n');
  const { entries, left } = readWatchLines(`${lines}\r\n\r\n`, 'USD');
  expect([entries.length, left, entries.every(({ ok }) => ok)]).toEqual([1000, 3, true]);
});
