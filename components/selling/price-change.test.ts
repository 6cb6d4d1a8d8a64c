import { expect, test } from 'vitest';
import { money } from '@/lib/domain/money/money';
import { instant } from '@/lib/domain/time/instant';
import { newPrice, type PriceChange } from './price-change';

const usd = (dollars: number) => money(Math.round(dollars * 100), 'USD');

function subject(price: number, ask: number | null, floor: number | null) {
  return {
    listing: { price: usd(price) },
    market: {
      lowestAsk: ask === null ? null : usd(ask),
      highestOffer: usd(50),
      lastSale: null,
      readAt: instant(1),
    },
    ownLowest: null,
    above: ask === null ? null : usd(price - ask),
    floor:
      floor === null
        ? { kind: 'unknown' as const, missing: ['cost' as const] }
        : { kind: 'known' as const, floor: usd(floor), decidedBy: 'target' as const, targetPrice: usd(floor) },
  };
}

const BELOW: PriceChange = { kind: 'below-ask', by: usd(1) };
const MATCH: PriceChange = { kind: 'below-ask', by: usd(0) };

test.each<[string, PriceChange, number, number | null, number | null, number]>([
  ['set', { kind: 'set', to: usd(99) }, 120, 97, 75, 99],
  ['up by an amount', { kind: 'by', amount: usd(5) }, 120, 97, 75, 125],
  ['down by an amount', { kind: 'by', amount: usd(-5) }, 120, 97, 75, 115],
  ['down by a share that comes out whole', { kind: 'percent', basisPoints: -500 }, 120, 97, 75, 114],
  ['down by a share: up to the next dollar', { kind: 'percent', basisPoints: -500 }, 119, 97, 75, 114],
  ['up by a share: up to the next dollar', { kind: 'percent', basisPoints: 250 }, 101, 97, 75, 104],
  ['a dollar below the ask', BELOW, 120, 97, 75, 96],
  ['below an ask that is not whole: down', BELOW, 120, 97.5, 75, 96],
  ['the ask itself', MATCH, 120, 97, 75, 97],
  ['above the floor', { kind: 'above-floor', by: usd(10) }, 120, 97, 75, 85],
])('%s', (_, change, price, ask, floor, expected) => {
  expect(newPrice(change, subject(price, ask, floor))).toEqual({ kind: 'price', price: usd(expected) });
});

test.each<[string, PriceChange, number, number | null, number | null, string]>([
  ['no ask to go below', BELOW, 120, null, 75, 'no-ask'],
  ['its own ask is the lowest', BELOW, 97, 97, 75, 'is-lowest'],
  ['it lies below the lowest ask', MATCH, 90, 97, 75, 'is-lowest'],
  ['no floor', { kind: 'above-floor', by: usd(10) }, 120, 97, null, 'no-floor'],
  ['nothing is left', { kind: 'by', amount: usd(-120) }, 120, 97, 75, 'too-low'],
  ['another currency', { kind: 'by', amount: money(500, 'GBP') }, 120, 97, 75, 'currency'],
  ['set in another currency', { kind: 'set', to: money(9900, 'GBP') }, 120, 97, 75, 'currency'],
])('%s: no price, and why', (_, change, price, ask, floor, why) => {
  expect(newPrice(change, subject(price, ask, floor))).toEqual({ kind: 'none', why });
});

test('an ask that another own listing explains is matched, not undercut', () => {
  const own = { ...subject(120, 97, 75), ownLowest: usd(97) };
  expect(newPrice(BELOW, own)).toEqual({ kind: 'price', price: usd(97) });
  expect(newPrice(BELOW, { ...own, ownLowest: usd(110) })).toEqual({ kind: 'price', price: usd(96) });
});
