import { parseHTML } from 'linkedom';
import { describe, expect, test } from 'vitest';
import { HERO_A, HERO_B, makeStockxPage, PRODUCT_A, URL_A, URL_B } from '@/tests/fixtures/pages/stockx/make-page';
import { letterRows } from '@/tests/fixtures/pages/stockx/make-product';
import { readStockxProduct } from './read-product';

const read = (html: string, url = URL_A) => readStockxProduct(parseHTML(html).document, url);
const sized = (size: string, over = {}) => read(makeStockxPage({ hero: { ...HERO_A, size }, ...over })).size;

describe('sizes of other views', () => {
  test('another language writes the same row of the page’s table', () => {
    expect(sized('Größe: EU 42,5')).toMatchObject({ raw: 'EU 42,5', system: 'EU', value: 42.5, us: 9 });
    expect(sized('Taille : US M 10,5')).toMatchObject({ system: 'US', value: 10.5, us: 10.5 });
  });

  test('thirds in one sign or in three', () => {
    const option = { size: 'EU 42 2/3', type: 'eu' };
    const variants = [{ sizeChart: { baseSize: '9', baseType: 'us m', displayOptions: [option] } }];
    for (const size of ['Size: EU 42⅔', 'Size: EU 42 2/3'])
      expect(sized(size, { product: { ...PRODUCT_A, variants } })).toMatchObject({ value: 42.67, us: 9 });
  });

  test('Korean millimetres have no system here; the US number is what stands in brackets', () => {
    const size = sized('Size: KR 240 (US M 5.5)', { path: 'none' });
    expect(size).toMatchObject({ system: null, value: null, us: 5.5, selected: true });
  });

  test('the M of clothes is medium, whoever they are for', () => {
    const product = { ...PRODUCT_A, gender: 'women', variants: letterRows() };
    expect(sized('Size: US M', { product })).toMatchObject({ sex: 'W', value: null, us: null, selected: true });
    expect(sized('Size: US M', { path: 'none' })).toMatchObject({ sex: null, value: null, selected: true });
  });

  test('without a head around it the button is found by its word', () => {
    const button = '<button>Size: US M 10</button><h2 data-testid="trade-box-buy-amount">$189</h2>';
    expect(read(`<html><body>${button}</body></html>`)).toMatchObject({
      size: { value: 10, us: 10, selected: true },
      price: { minor: 18_900, kind: 'buy_now_size' },
    });
  });
});

describe('what every layer was', () => {
  const layers = (html: string, url = URL_A) => read(html, url).report.layers;

  test('data that cannot be read is not data that is not there', () => {
    const broken = makeStockxPage({ path: 'none', more: '<script id="__NEXT_DATA__">{"props":</script>' });
    expect(layers(broken)).toMatchObject({ embedded: 'invalid' });
    expect(layers(makeStockxPage({ path: 'none' }))).toMatchObject({ embedded: 'absent' });
  });

  test('a description of the former product is stale, and nothing of it is told', () => {
    const reading = read(makeStockxPage({ hero: HERO_B }), URL_B);
    expect(reading.report.layers).toMatchObject({ embedded: 'stale', 'json-ld': 'stale' });
    expect(reading).toMatchObject({ identity: { uuid: null, gtins: [] }, price: { minor: 9800 } });
  });

  test('data that only names other products', () => {
    const reading = read(makeStockxPage({ product: null }));
    expect(reading).toMatchObject({ identity: { styleCode: null }, report: { layers: { embedded: 'stale' } } });
    expect(reading.warnings).toEqual(['STALE_EMBEDDED', 'SKU_MISSING']);
  });
});
