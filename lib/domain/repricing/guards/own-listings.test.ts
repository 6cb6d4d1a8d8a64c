import { describe, expect, test } from 'vitest';
import { ago, makeListing, makeMove, makeOwn, makeSales, usd, type MadeInput } from '../fake-decision';
import { changeTo, decide, heldFor } from '../fake-run';

describe('own listings are no competitors', () => {
  const mine = makeListing();
  const sibling = (dollars: number, consigned = false) =>
    makeListing({ id: 'listing-2', price: usd(dollars), consigned });

  test.each<[string, MadeInput, object]>([
    ['the lowest ask is this listing', { market: { lowestAsk: usd(200) } }, heldFor('own-is-lowest')],
    [
      'the lowest ask is another own one',
      { market: { lowestAsk: usd(180) }, own: makeOwn(mine, sibling(180)) },
      heldFor('own-is-lowest'),
    ],
    [
      'somebody else is below all of ours',
      { market: { lowestAsk: usd(179) }, own: makeOwn(mine, sibling(180)) },
      changeTo(180, 'step'),
    ],
    [
      'consigned pairs are told apart: theirs costs what ours does',
      {
        market: { lowestAsk: usd(200), lowestAskConsigned: usd(200), lowestAskWithYou: usd(200) },
      },
      changeTo(199),
    ],
    [
      'a price of ours from a moment ago is still shown',
      {
        market: { lowestAsk: usd(190), readAt: ago(0, 5) },
        listing: { moves: [makeMove(190, 200, ago(0, 50))] },
      },
      heldFor('own-is-lowest'),
    ],
    [
      'the same price an hour later is somebody else’s',
      { market: { lowestAsk: usd(190) }, listing: { moves: [makeMove(190, 200, ago(0, 61))] } },
      changeTo(189),
    ],
  ])('%s', (_, made, expected) => {
    expect(decide(made)).toMatchObject(expected);
  });

  describe('as the lowest, the price climbs', () => {
    const market = {
      lowestAsk: usd(150),
      lowestAskWithYou: usd(150),
      lowestAskConsigned: usd(180),
      sales: makeSales(170, 170, 170),
    };
    const listing = { price: usd(150) };

    test('to the next ask that is known, no higher than sales', () => {
      expect(decide({ market, listing })).toMatchObject(changeTo(170));
      expect(decide({ market: { ...market, lowestAskConsigned: usd(165) }, listing })).toMatchObject(changeTo(164));
    });

    test('not without a sale to go by', () => {
      const unsold = { ...market, sales: [], lastSale: null };
      expect(decide({ market: unsold, listing })).toMatchObject(heldFor('own-is-lowest'));
    });

    test('not within a day of having been lowered', () => {
      const lowered = { ...listing, moves: [makeMove(160, 150, ago(0, 23 * 60))] };
      expect(decide({ market, listing: lowered })).toMatchObject(heldFor('own-is-lowest'));
    });

    test('not where it climbed before and came back', () => {
      const back = { ...listing, moves: [makeMove(170, 150, ago(2)), makeMove(150, 170, ago(3))] };
      expect(decide({ market, listing: back })).toMatchObject(heldFor('own-is-lowest'));
      const elsewhere = { ...listing, moves: [makeMove(170, 150, ago(2)), makeMove(160, 170, ago(3))] };
      expect(decide({ market, listing: elsewhere })).toMatchObject(changeTo(170));
    });

    test('never down', () => {
      const dear = { market: { ...market, sales: makeSales(140, 140, 140) }, listing };
      expect(decide(dear)).toMatchObject(heldFor('own-is-lowest'));
    });
  });
});
