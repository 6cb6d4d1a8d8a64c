import { describe, expect, test } from 'vitest';
import type { StyleCode } from '@/lib/domain/catalog/style-code';
import { PROTOCOL } from '@/lib/messaging/protocol';
import { makeReading } from '@/tests/fixtures/pages/make-reading';
import { NOTHING_TOLD, purchaseOf, questionOf, selectedLabel, type PageReading } from './card-question';

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
const sizesOf = (page: PageReading) => questionOf(page, NOTHING_TOLD)?.sizes;

describe('what is asked', () => {
  test('every size with what it costs here; what is out of stock has no price', () => {
    expect(questionOf(PAGE, { ...NOTHING_TOLD, catalogId: 'chosen' })).toEqual({
      site: 'goat',
      styleCode: 'DD1391-100',
      catalogId: 'chosen',
      run: 'men',
      bundle: false,
      price: null,
      taken: null,
      shipping: null,
      sizes: [
        { label: '9', value: 9, price: usd(9900) },
        { label: '10', value: 10, price: usd(10_500) },
        { label: '11', value: 11, price: null },
      ],
    });
  });

  test('nothing without a style code', () => {
    expect(questionOf(makeReading(), NOTHING_TOLD)).toBeNull();
  });

  test('the buy button of the selected size outranks the list', () => {
    const page = { ...PAGE, price: { ...usd(10_100), kind: 'buy_now_size', source: 'dom-hero' } as const };
    expect(sizesOf(page)?.[1]?.price).toEqual(usd(10_100));
  });

  test.each(['lowest_ask_any', 'retail', 'auction_bid'] as const)('a price of the kind %s is of no size', (kind) => {
    const page = { ...PAGE, perSize: [], price: { ...usd(7600), kind, source: 'json-ld' } as const };
    expect(sizesOf(page)).toEqual([{ label: '10', value: 10, price: null }]);
  });

  test('a shop’s retail price is what any of its sizes costs', () => {
    const retail = { ...usd(11_500), kind: 'retail', source: 'embedded' } as const;
    const perSize = [
      { label: '9', sex: null, value: 9, price: null, inStock: true },
      { label: '10', sex: null, value: 10, price: null, inStock: false },
    ] as const;
    const page = { ...PAGE, site: 'nike', size: null, perSize, price: retail } as const;
    expect(sizesOf(page)?.map((size) => size.price)).toEqual([usd(11_500), null]);
    expect(questionOf({ ...page, perSize: [] }, NOTHING_TOLD)?.price).toEqual(usd(11_500));
  });

  test('one pair of no size asks its price whichever size it is; a used one asks none', () => {
    const offer = {
      ...PAGE,
      site: 'ebay',
      size: null,
      perSize: [],
      price: { ...usd(9000), kind: 'fixed', source: 'dom-hero' },
    } as const;
    expect(questionOf(offer, NOTHING_TOLD)?.price).toEqual(usd(9000));
    expect(questionOf({ ...offer, condition: 'used' }, NOTHING_TOLD)?.price).toBeNull();
    expect(questionOf({ ...offer, size: PAGE.size }, NOTHING_TOLD)?.price).toBeNull();
    const bid = { ...offer.price, kind: 'auction_bid' } as const;
    expect(questionOf({ ...offer, price: bid }, NOTHING_TOLD)?.price).toBeNull();
  });

  test('what a person told the card goes with it', () => {
    const told = { catalogId: null, styleCode: 'DD1391-100', taken: { label: 'EU 42', us: 8.5 } };
    const nameless = { ...PAGE, identity: { ...IDENTITY, styleCode: null } };
    expect(questionOf(nameless, told)).toMatchObject({ styleCode: 'DD1391-100', taken: { label: 'EU 42', us: 8.5 } });
    expect(questionOf(PAGE, { ...told, styleCode: 'XX0000-000' })?.styleCode).toBe('DD1391-100');
  });

  test('shipping as far as it can be sent', () => {
    const shipping = (minor: number) => questionOf({ ...PAGE, shipping: usd(minor) }, NOTHING_TOLD)?.shipping;
    expect(shipping(0)).toEqual(usd(0));
    expect([shipping(-1), shipping(0.5), shipping(1e10)]).toEqual([null, null, null]);
  });

  test('prices of used pairs are not compared with new ones', () => {
    expect(sizesOf({ ...PAGE, condition: 'used' })?.map((size) => size.price)).toEqual([null, null, null]);
  });

  test('a bundle says so; a European number is no US value', () => {
    const page = { ...PAGE, warnings: ['BUNDLE'] as const };
    expect(questionOf(page, NOTHING_TOLD)?.bundle).toBe(true);
    const eu = {
      ...PAGE,
      perSize: [],
      size: { raw: 'EU 42', system: 'EU', sex: null, value: 42, us: null, selected: true } as const,
    };
    expect(sizesOf(eu)).toEqual([{ label: 'EU 42', value: null, price: null }]);
  });

  test('whose numbers they are: the size’s own word before the product’s, and a number by the table stays the product’s', () => {
    const runOf = (size: Partial<NonNullable<PageReading['size']>>, over: Partial<PageReading> = {}) =>
      questionOf({ ...PAGE, perSize: [], size: { ...PAGE.size!, ...size }, ...over }, NOTHING_TOLD)?.run;
    const nobodys = { identity: { ...IDENTITY, gender: null } };
    expect(runOf({ sex: 'W', value: 8, us: 8 })).toBe('women');
    expect(runOf({ raw: 'US W 11.5', sex: 'W', value: 11.5, us: 10 })).toBe('men');
    expect(runOf({ sex: 'M' }, nobodys)).toBe('men');
    expect(runOf({ sex: 'Y', value: 5, us: 5 }, nobodys)).toBe('youth');
    expect(runOf({ sex: null }, nobodys)).toBeNull();
    const perSize = PAGE.perSize.map((row) => ({ ...row, sex: 'W' as const }));
    expect(runOf({ selected: false }, { ...nobodys, perSize })).toBe('women');
    expect(runOf({ selected: false }, { perSize })).toBe('men');
  });

  test('a bare number of another scale is asked with its scale', () => {
    const size = { raw: '6', system: 'UK', sex: null, value: 6, us: null, selected: true } as const;
    const page = { ...PAGE, perSize: [], size };
    expect(sizesOf(page)).toEqual([{ label: 'UK 6', value: null, price: null }]);
    expect(selectedLabel(page)).toBe('UK 6');
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
    const question = questionOf({ ...PAGE, perSize: wild }, NOTHING_TOLD);
    expect(PROTOCOL['page/look-up'].input.safeParse(question).success).toBe(true);
    expect(question?.sizes).toHaveLength(60);
  });
});

describe('the purchase', () => {
  const bought = (page: PageReading, label: string | null) => purchaseOf(page, questionOf(page, NOTHING_TOLD)!, label);

  test('a new pair costs what its size costs here', () => {
    expect(bought(PAGE, '9')).toEqual({ condition: 'new', price: usd(9900) });
    expect(bought(PAGE, '11')).toEqual({ condition: 'new', price: null });
  });

  test('a used pair costs what its offer asks, and of several it is not known which', () => {
    const price = { ...usd(7000), kind: 'fixed', source: 'dom-hero' } as const;
    const used = { ...PAGE, condition: 'used', perSize: [], price } as const;
    expect(bought(used, '10')).toEqual({ condition: 'used', price: usd(7000) });
    const asks = { ...used, price: { ...price, kind: 'lowest_ask_any' } } as const;
    expect(bought(asks, '10')).toEqual({ condition: 'used', price: null });
    expect(bought({ ...used, condition: 'new_defects' }, '10').condition).toBe('new-with-defects');
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
