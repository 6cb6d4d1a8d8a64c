import { describe, expect, test } from 'vitest';
import { makeListing, makeSales, usd, type MadeInput } from '../fake-decision';
import { changeTo, decide, heldFor } from '../fake-run';

describe('an ask that cannot be meant is ignored', () => {
  const sales = makeSales(180, 185, 190, 175, 180);
  test.each<[string, MadeInput]>([
    ['a dollar, against the last sale', { market: { lowestAsk: usd(1) } }],
    ['35 % below the median of sales', { market: { lowestAsk: usd(116), sales, lastSale: usd(120) } }],
    ['35 % below the highest offer', { market: { lowestAsk: usd(97), lastSale: null, highestOffer: usd(150) } }],
    [
      '35 % below the ask of a week ago',
      { market: { lowestAsk: usd(100), lastSale: null, highestOffer: null, askAWeekAgo: usd(180) } },
    ],
    [
      '35 % below the own price, where nothing else is known',
      { market: { lowestAsk: usd(129), lastSale: null, highestOffer: null } },
    ],
    [
      'below what the catalogue takes',
      {
        market: { lowestAsk: usd(24), lastSale: usd(30), highestOffer: null },
        listing: { price: usd(35) },
        basis: { cost: usd(5) },
      },
    ],
  ])('%s', (_, made) => {
    const decision = decide(made);
    expect(decision).toMatchObject(heldFor('outlier'));
    const line = decision.trail.find(({ guard }) => guard === 'outlier');
    expect(line).toMatchObject({
      did: 'noted',
      facts: { ignoredMinor: made.market?.lowestAsk?.minor, usedMinor: null },
    });
  });

  test('just above the limit it is followed', () => {
    const made = { market: { lowestAsk: usd(117), sales }, basis: { cost: usd(80) } };
    expect(decide(made, {}, { maxDownBasisPoints: 5000 })).toMatchObject(changeTo(116));
  });

  test('where consigned pairs are told apart, the other ask stays', () => {
    const made = { market: { lowestAsk: usd(1), lowestAskConsigned: usd(1), lowestAskWithYou: usd(190) } };
    expect(decide(made)).toMatchObject(changeTo(189));
  });

  test('not one of ours', () => {
    const listing = makeListing({ price: usd(100) });
    const made = { listing, market: { lowestAsk: usd(100), highestOffer: null }, basis: { cost: usd(50) } };
    expect(decide(made)).toMatchObject(heldFor('own-is-lowest'));
  });
});
