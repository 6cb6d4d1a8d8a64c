import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { readJsonLd } from './json-ld';
import { ldGtins, ldText } from './json-ld-fields';

const SHOE = { '@type': 'Product', name: 'Aero Court', sku: 'ZX1234-567' };

function page(...blocks: readonly unknown[]): Document {
  const scripts = blocks.map(
    (block) =>
      `<script type="application/ld+json">${typeof block === 'string' ? block : JSON.stringify(block)}</script>`,
  );
  return parseHTML(`<!doctype html><html><head>${scripts.join('')}</head><body></body></html>`).document;
}

const names = (document: Document) => readJsonLd(document).products.map((product) => ldText(product, 'name'));

describe('every shape seen in the wild', () => {
  test.each([
    ['a bare object', [SHOE]],
    ['a list', [[SHOE]]],
    ['a list in a list', [[[SHOE]]]],
    ['@graph', [{ '@context': 'https://schema.org', '@graph': [{ '@type': 'WebSite' }, SHOE] }]],
    ['a type among others', [{ ...SHOE, '@type': ['Thing', 'Product'] }]],
    ['a type by its address', [{ ...SHOE, '@type': 'http://schema.org/Product' }]],
    ['below mainEntity', [{ '@type': 'WebPage', mainEntity: SHOE }]],
    ['in a list of one', [{ '@type': 'ItemList', itemListElement: [{ '@type': 'ListItem', item: SHOE }] }]],
    ['a group', [{ ...SHOE, '@type': 'ProductGroup', hasVariant: [{ '@type': 'Product', name: 'in 10' }] }]],
    ['behind other blocks', [{ '@type': 'BreadcrumbList', itemListElement: [{ name: 'Shoes' }] }, SHOE]],
    ['in a comment', [`<!-- ${JSON.stringify(SHOE)} -->`]],
    ['in CDATA', [`/*<![CDATA[*/${JSON.stringify(SHOE)}/*]]>*/`]],
  ])('%s', (_shape, blocks) => {
    expect(names(page(...blocks))).toEqual(['Aero Court']);
    expect(readJsonLd(page(...blocks)).isInvalid).toBe(false);
  });

  test('a broken block is said and left out', () => {
    const document = page('{"@type":"Product",}', SHOE);
    expect(readJsonLd(document)).toMatchObject({ isInvalid: true });
    expect(names(document)).toEqual(['Aero Court']);
    expect(readJsonLd(page('', '  '))).toEqual({ products: [], isInvalid: false });
  });

  test('the page’s own comes before those of its lists; what is similar is not the page’s', () => {
    const list = { '@type': 'ItemList', itemListElement: [{ ...SHOE, name: 'Listed' }] };
    expect(names(page(list, { ...SHOE, isSimilarTo: [{ ...SHOE, name: 'Similar' }] }))).toEqual([
      'Aero Court',
      'Listed',
    ]);
  });

  test('what is known is read once, and anew when a block changes', () => {
    const document = page(SHOE);
    expect(readJsonLd(document)).toBe(readJsonLd(document));
    const block = document.querySelector('script');
    if (block !== null) block.textContent = JSON.stringify({ ...SHOE, name: 'Next' });
    expect(names(document)).toEqual(['Next']);
  });

  test('never throws and finds no product in anything else', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, text) => {
        const document = page('{}');
        const block = document.querySelector('script');
        if (block !== null) block.textContent = fc.stringify(value);
        expect(readJsonLd(document).products).toEqual([]);
        if (block !== null) block.textContent = text;
        expect(readJsonLd(document).products).toEqual([]);
      }),
      { seed: 1 },
    );
    const deep = `${'{"@graph":'.repeat(2000)}1${'}'.repeat(2000)}`;
    expect(readJsonLd(page(deep, '['.repeat(20_000))).products).toEqual([]);
  });
});

test('bar codes and texts of a product', () => {
  expect(ldGtins({ gtin13: '0190000000015', gtin: 190000000015, gtin8: 'none' })).toEqual([
    '190000000015',
    '0190000000015',
  ]);
  expect(ldText({ brand: [{ name: ' Nike ' }] }, 'brand')).toBe('Nike');
  expect(ldText({ brand: { name: { deep: 1 } } }, 'brand')).toBeNull();
});
