import { describe, expect, test } from 'vitest';
import { money } from '@/lib/domain/money/money';
import { plainLook } from '@/lib/domain/market/market-look';
import type { MarketPrice } from '@/lib/domain/market/quote';
import type { ProductPage, ProductSize } from '@/lib/queries/product-page';
import { makeListing, makePrice, makeProduct, usd } from '@/tests/fixtures/builders';
import { comparedRow, comparedSizes, likelySize, premiumOf, type ComparedFigure } from './compare-rows';

const row = (usValue: number, price: Partial<MarketPrice> | null, more: Partial<ProductSize> = {}): ProductSize => ({
  size: { displayName: String(usValue), value: usValue, usValue },
  price: price === null ? null : makePrice(price),
  underAsk: null,
  pairs: [],
  listings: [],
  watched: null,
  sold: { readAt: null, pace: null },
  ...more,
});
const page = (sizes: readonly ProductSize[], retail = usd(100)): ProductPage => ({
  product: makeProduct({ retailPrice: retail }),
  look: plainLook(null),
  regions: [null],
  sizes,
  pricesReadAt: null,
  watched: null,
});
const of = (...prices: (Partial<MarketPrice> | null)[]) =>
  prices.map((price) => {
    const size = row(10, price);
    return { page: page([size]), row: size };
  });

describe('one row of a comparison', () => {
  const three = of(
    { lowestAsk: usd(98), highestOffer: usd(84), lastSale: usd(95) },
    { lowestAsk: usd(120), highestOffer: usd(110), lastSale: usd(130) },
    null,
  );
  test.each<[ComparedFigure, (number | null)[], number[]]>([
    ['ask', [9800, 12_000, null], [0]],
    ['offer', [8400, 11_000, null], [1]],
    ['spread', [1429, 833, null], [1]],
    ['last', [9500, 13_000, null], [1]],
    ['premium', [-500, 3000, null], [1]],
    ['retail', [10_000, 10_000, 10_000], []],
    ['pace', [null, null, null], []],
  ])('%s', (figure, values, best) => {
    expect(comparedRow(figure, three)).toMatchObject({ values, best });
  });

  test('amounts of two currencies have no best', () => {
    const mixed = of({ lowestAsk: usd(98) }, { lowestAsk: money(9000, 'GBP') });
    expect(comparedRow('ask', mixed).best).toEqual([]);
  });

  test('the premium is the last sale over retail', () => {
    expect(premiumOf(three[1]!)).toEqual({ amount: usd(30), basisPoints: 3000 });
    expect(premiumOf(three[2]!)).toBeNull();
  });
});

describe('sizes', () => {
  const small = page([row(8, null), row(10.5, { lowestAsk: usd(1) })]);
  const large = page([row(10.5, null), row(12, null)]);

  test('of all of them, each once', () => {
    expect(comparedSizes([large, small])).toEqual([8, 10.5, 12]);
  });

  test('one that all come in, unless another is asked for', () => {
    expect(likelySize([small, large], null)).toBe(10.5);
    expect(likelySize([small, large], 12)).toBe(12);
    expect(likelySize([small, large], 9)).toBe(10.5);
    expect(likelySize([], null)).toBeNull();
  });

  test('what the seller has goes before US 10', () => {
    const own = page([row(9, null, { listings: [makeListing()] }), row(10, { lowestAsk: usd(1) })]);
    expect(likelySize([own], null)).toBe(9);
    expect(likelySize([page([row(9, { lowestAsk: usd(1) }), row(10, null)])], null)).toBe(10);
  });
});
