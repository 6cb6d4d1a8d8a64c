import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import type { StyleCode } from '@/lib/domain/catalog/style-code';
import { isBlockPage } from './blocked';
import { isBundle } from './bundle';
import { genderInName, genderOf } from './gender';
import { labelledCode, labelledRows, rowNamed } from './labelled';
import { readMeta } from './meta';
import { readFlight } from './next-flight';
import { codeOfTitle } from './title-code';

const documentOf = (head: string, body = '') =>
  parseHTML(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`).document;

describe('codes in texts', () => {
  test.each([
    ['Low OG Medium Olive - DM7866-200', 'Air Jordan', 'DM7866-200', 0.7],
    ['Nike Dunk DZ5485 612 size 9', null, 'DZ5485-612', 0.7],
    ['adidas Samba B75806 with DZ5485-612 laces', 'adidas', 'B75806', 0.7],
    ['Samba DZ5485-612', 'adidas', 'DZ5485-612', 0.4],
    ['Two pairs DD1391-100 and DD1391-101', 'Nike', 'DD1391-100', 0.4],
    ['Stadium pair 131803-095', 'Nike', '131803-095', 0.4],
  ])('%s (%s)', (text, brand, code, confidence) => {
    expect(codeOfTitle(text, brand)).toMatchObject({ code, confidence });
  });

  test.each(['Nike Air Max 90 US 10', 'Stadium pair 022952-090', '', 'Baskets nike 42'])('%s holds none', (text) => {
    expect(codeOfTitle(text, 'Nike')).toBeNull();
  });

  test.each([
    ['Released in 2026, style 1203A383-104, in grey.', '1203A383-104'],
    ['SKU: ZX1234-567', 'ZX1234-567'],
    ['Style Code # DZ4137 106 new', 'DZ4137-106'],
    ['STYLE: QX4321.', 'QX4321'],
    ['nike, style zx1234-567, colorway lime', 'ZX1234-567'],
  ])('%s names its code', (text, code) => {
    expect(labelledCode(text)?.code).toBe(code);
  });

  test.each(['SKU: 022952-090', 'Style: Low', 'A stylish ZX1234-567', 'sku', 'Style 1 2 3'])(
    '%s names none',
    (text) => {
      expect(labelledCode(text)).toBeNull();
    },
  );

  test('never throw, and find only what stands there', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        for (const code of [codeOfTitle(text, null)?.code, labelledCode(`style ${text}`)?.code])
          if (code !== undefined) expect(text.toUpperCase()).toContain(code.slice(0, 4));
      }),
      { seed: 1 },
    );
  });
});

test('rows of a list of facts, in each of its shapes', () => {
  const { document } = parseHTML(
    '<body><div class="r"><span>Style:</span><p>ZX1234-567</p></div><div class="r">Colour: Lime</div><div class="r"><b>Size</b></div><div class="r x"><i>Style</i><i>QX4321</i></div></body>',
  );
  const rows = labelledRows(document, { row: '.r' }, (row) => row.classList.contains('x'));
  expect(rows).toEqual([
    { label: 'style', value: 'ZX1234-567' },
    { label: 'colour', value: 'Lime' },
  ]);
  expect(rowNamed(rows, ['sku', 'colour'])).toBe('Lime');
  expect(rowNamed(rows, ['size'])).toBeNull();
  const named = labelledRows(document, { row: '.r', label: 'span', value: 'p' });
  expect(named[0]).toEqual({ label: 'style', value: 'ZX1234-567' });
});

describe('several things for one price', () => {
  const [a, b] = ['FB7921-473', 'FB8002-473'] as readonly string[] as readonly [StyleCode, StyleCode];

  test.each([
    ['LOT of 3 sneakers Nike adidas size 9 10 11', [], true],
    ['Lot de 2 paires Nike', [], true],
    ['Job lot trainers', [], true],
    ['Nike Dunk 2 pairs', [], true],
    ['Hoodie & Joggers Set', [a, b], true],
    ['Tech 2-Piece', [a, b], true],
    ['Sunset Set', [a], false],
    ['Air Jordan 4 Retro', [a, b], false],
    ['Parking Lot Dunk Low', [a], false],
    ['Dunk 1 pair', [], false],
  ])('%s: %s', (title, codes, is) => {
    expect(isBundle(title, codes)).toBe(is);
    expect(isBundle(null, codes)).toBe(false);
  });
});

test.each([
  ['<title>Access to this page has been denied</title>', '', true],
  ['<title>Just a moment...</title>', '', true],
  ['<title>Pardon Our Interruption...</title>', '', true],
  ['<title>vinted.fr</title>', '<iframe src="https://geo.captcha-delivery.com/x"></iframe>', true],
  ['<title>Shoes</title>', '<div id="px-captcha"></div>', true],
  ['<title>Nike Dunk Low</title>', '', false],
])('a guard’s page: %s', (head, body, is) => {
  expect(isBlockPage(documentOf(head, body))).toBe(is);
});

test('the head’s tags, each the first of its name', () => {
  const meta = readMeta(
    documentOf(
      '<title> Aero  Court </title><link rel="canonical" href="https://x.example/a"><meta name="Keywords" content="style x"><meta property="og:title" content="One"><meta property="og:title" content="Two"><meta name="description" content=""><meta property="product:price:amount" content="1,234.50">',
    ),
  );
  expect(meta).toMatchObject({
    title: 'Aero Court',
    canonical: 'https://x.example/a',
    keywords: 'style x',
    ogTitle: 'One',
    description: null,
    amount: '1,234.50',
    currency: null,
  });
});

test('streamed data: rows cut between scripts, rows that are none', () => {
  const push = (text: string) => `<script>self.__next_f.push([1,${JSON.stringify(text)}])</script>`;
  const document = documentOf(
    '',
    `${push('1:"x"\n2:{"a"')}${push(':[1]}\n3:T5,{"b\n4:["c"]\n')}<script>__next_f(</script>`,
  );
  expect(readFlight(document)).toEqual([{ a: [1] }, ['c']]);
  expect(readFlight(documentOf('', '<script>let a = 1</script>'))).toEqual([]);
});

test('whose shoe it is', () => {
  expect([genderOf('Grade School'), genderOf("WOMEN'S"), genderOf('constructor'), genderOf(1)]).toEqual([
    'youth',
    'women',
    null,
    null,
  ]);
  expect(genderInName("Dunk Low Panda (Women's)")).toBe('women');
  expect(genderInName('wmns-dunk-low')).toBe('women');
  expect(genderInName('Jordan 4 Retro (GS)')).toBe('youth');
  expect(genderInName("Aero Court Men's")).toBe('men');
  expect(genderInName('Dunk Low')).toBeNull();
});
