import { describe, expect, test } from 'vitest';
import type { StyleCode } from '@/lib/domain/catalog/style-code';
import { PROTOCOL } from '@/lib/messaging/protocol';
import { makeReading } from '@/tests/fixtures/pages/make-reading';
import { questionOf, selectedLabel, type PageReading } from './card-question';

const usd = (minor: number) => ({ minor, currency: 'USD' }) as const;
const IDENTITY: PageReading['identity'] = {
  ...makeReading().identity,
  styleCode: {
    canonical: 'DD1391-100' as StyleCode,
    raw: 'DD1391 100',
    all: [],
    source: 'embedded',
    confidence: 1,
  },
  gender: 'men',
};
const PAGE = makeReading({
  identity: IDENTITY,
  size: { raw: '10', system: 'US', sex: 'M', value: 10, us: 10, selected: true },
  perSize: [
    { label: '9', sex: 'M', value: 9, price: usd(9900), inStock: true },
    { label: '10', sex: 'M', value: 10, price: usd(10_500), inStock: true },
    { label: '11', sex: 'M', value: 11, price: usd(1), inStock: false },
  ],
});
const sizesOf = (page: PageReading) => questionOf(page, null)?.sizes;

describe('what is asked', () => {
  test('every size with what it costs here; what is out of stock has no price', () => {
    expect(questionOf(PAGE, 'chosen')).toEqual({
      site: 'goat',
      styleCode: 'DD1391-100',
      catalogId: 'chosen',
      run: 'men',
      bundle: false,
      sizes: [
        { label: '9', value: 9, price: usd(9900) },
        { label: '10', value: 10, price: usd(10_500) },
        { label: '11', value: 11, price: null },
      ],
    });
  });

  test('nothing without a style code', () => {
    expect(questionOf(makeReading(), null)).toBeNull();
  });

  test('the buy button of the selected size outranks the list', () => {
    const page = { ...PAGE, price: { ...usd(10_100), kind: 'buy_now_size', source: 'dom-hero' } as const };
    expect(sizesOf(page)?.[1]?.price).toEqual(usd(10_100));
  });

  test.each(['lowest_ask_any', 'retail', 'auction_bid'] as const)('a price of the kind %s is of no size', (kind) => {
    const page = { ...PAGE, perSize: [], price: { ...usd(7600), kind, source: 'json-ld' } as const };
    expect(sizesOf(page)).toEqual([{ label: '10', value: 10, price: null }]);
  });

  test('prices of used pairs are not compared with new ones', () => {
    expect(sizesOf({ ...PAGE, condition: 'used' })?.map((size) => size.price)).toEqual([null, null, null]);
  });

  test('a bundle says so; a European number is no US value', () => {
    const page = { ...PAGE, warnings: ['BUNDLE'] as const };
    expect(questionOf(page, null)?.bundle).toBe(true);
    const eu = {
      ...PAGE,
      perSize: [],
      size: { raw: 'EU 42', system: 'EU', sex: null, value: 42, us: null, selected: true } as const,
    };
    expect(sizesOf(eu)).toEqual([{ label: 'EU 42', value: null, price: null }]);
  });

  test('a size named twice is asked once', () => {
    expect(sizesOf({ ...PAGE, perSize: [...PAGE.perSize, ...PAGE.perSize] })).toHaveLength(3);
  });

  test('whatever a page says fits the protocol', () => {
    const wild = Array.from({ length: 200 }, (_, nth) => ({
      label: `${nth}${'x'.repeat(500)}`,
      sex: null,
      value: nth === 0 ? -4 : 1e9,
      price: { minor: [0.5, -1, 0, 9e15][nth % 4] ?? 0, currency: 'USD' } as const,
      inStock: true,
    }));
    const question = questionOf({ ...PAGE, perSize: wild }, null);
    expect(PROTOCOL['page/look-up'].input.safeParse(question).success).toBe(true);
    expect(question?.sizes).toHaveLength(60);
  });
});

describe('the selected size', () => {
  test('by label, else by number; none when the page has none', () => {
    expect(selectedLabel(PAGE)).toBe('10');
    expect(selectedLabel({ ...PAGE, size: { ...PAGE.size!, raw: 'US M 10' } })).toBe('10');
    expect(selectedLabel({ ...PAGE, size: { ...PAGE.size!, selected: false } })).toBeNull();
    expect(selectedLabel({ ...PAGE, size: null })).toBeNull();
    expect(selectedLabel({ ...PAGE, size: { ...PAGE.size!, raw: '16', value: 16, us: 16 } })).toBe('16');
  });
});
