import { describe, expect, test } from 'vitest';
import type { MarketPrice, MarketQuote } from '@/lib/domain/market/quote';
import { makePrice, makeProduct, makeVariant, NOON, usd } from '@/tests/fixtures/builders';
import { mergeQuotes } from './merge-quotes';

function merge(quotes: readonly MarketQuote[], known: readonly MarketPrice[] = [], partial = false) {
  let ids = 0;
  const result = mergeQuotes({
    quotes,
    known: new Map(known.map((price) => [price.id, price])),
    regionId: null,
    partial,
    product: makeProduct(),
    now: NOON,
    newId: () => `h${(ids += 1)}`,
  });
  return { ...result, sizes: result.prices.map((price) => price.variant.usSize) };
}

function quote(given: Partial<MarketQuote> = {}): MarketQuote {
  return {
    variant: makeVariant(),
    lowestAsk: usd(110),
    highestOffer: usd(90),
    lastSale: usd(99),
    globalIndicator: null,
    ...given,
  };
}

describe('quotes into the books', () => {
  test('sizes the product does not come in are dropped', () => {
    expect(
      merge([quote({ variant: makeVariant({ usSize: 0 }) }), quote({ variant: makeVariant({ usSize: 40 }) }), quote()])
        .sizes,
    ).toEqual([10]);
  });

  test('a used pair never overwrites a new one: condition and box are part of the key', () => {
    const { prices } = merge([quote(), quote({ variant: makeVariant({ condition: 'used' }), lowestAsk: usd(40) })]);
    expect(prices.map((price) => [price.variant.condition, price.lowestAsk])).toEqual([
      ['new', usd(110)],
      ['used', usd(40)],
    ]);
  });

  test('figures that did not change write neither price nor history', () => {
    expect(merge([quote()], [makePrice()])).toMatchObject({ prices: [], history: [] });
  });

  test('a changed ask writes the price and one observation', () => {
    const { prices, history } = merge([quote({ lowestAsk: usd(105) })], [makePrice()]);
    expect(prices).toHaveLength(1);
    expect(history).toMatchObject([{ tier: 'raw', lowestAsk: usd(105), at: NOON }]);
  });

  test('a variant alias leaves out has no ask and no offer any more, but was still sold for what it was', () => {
    const { prices, history } = merge([], [makePrice()]);
    expect(prices).toMatchObject([{ lowestAsk: null, highestOffer: null, lastSale: usd(99) }]);
    expect(history).toHaveLength(1);
    expect(merge([], prices).prices).toEqual([]);
  });

  test('a variant that may only have been unreadable, or belongs to another region, is left alone', () => {
    expect(merge([], [makePrice()], true).prices).toEqual([]);
    expect(merge([], [makePrice({ variant: { regionId: '3' } })]).prices).toEqual([]);
  });

  test('a variant without any figure gets no row, but one that has a row learns that its ask is gone', () => {
    const none = { lowestAsk: null, highestOffer: null, lastSale: null };
    expect(merge([quote(none)]).prices).toEqual([]);
    expect(merge([quote(none)], [makePrice()]).prices).toMatchObject([{ lowestAsk: null }]);
  });
});
