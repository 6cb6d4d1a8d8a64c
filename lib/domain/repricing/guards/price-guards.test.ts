import { describe, expect, test } from 'vitest';
import { ago, makeMove, makeSales, usd, usdOrNone, type MadeInput } from '../fake-decision';
import type { GuardSettings } from '../guard-settings';
import type { RuleSettings } from '../rule';
import { changeTo, decide, heldFor } from '../fake-run';

describe('a step', () => {
  test.each<[string, number, number, number, object]>([
    // own price, ask, cost, expected
    ['down by no more than 10 %', 200, 150, 50, changeTo(180, 'step')],
    ['down, its bound rounded up', 155, 120, 50, changeTo(140, 'step')],
    ['up by no more than 20 %', 150, 300, 50, changeTo(180, 'step')],
    ['just within', 200, 181, 50, changeTo(180)],
  ])('%s', (_, price, ask, cost, expected) => {
    const made = { listing: { price: usd(price) }, basis: { cost: usd(cost) } };
    const above = { ...made, own: [], market: { lowestAsk: usd(ask), lastSale: usd(ask), highestOffer: usd(20) } };
    expect(decide(above)).toMatchObject(expected);
  });
});

describe('time between two changes, and changes too small', () => {
  test.each<[string, MadeInput, Partial<GuardSettings>, object]>([
    [
      'changed 59 minutes ago',
      { listing: { moves: [makeMove(210, 200, ago(0, 59), 'user')] } },
      {},
      heldFor('cool-down'),
    ],
    ['changed an hour ago', { listing: { moves: [makeMove(210, 200, ago(0, 60))] } }, {}, changeTo(189)],
    ['less than the smallest step', {}, { smallestStep: usd(12) }, heldFor('too-small')],
    ['as much as the smallest step', {}, { smallestStep: usd(11) }, changeTo(189)],
    [
      'less than that only at the end',
      { market: { highestOffer: usd(194.5) } },
      { smallestStep: usd(6) },
      heldFor('too-small'),
    ],
    ['there already', { listing: { price: usd(189) } }, {}, heldFor('already-there')],
  ])('%s', (_, made, guards, expected) => {
    expect(decide(made, {}, guards)).toMatchObject(expected);
  });
});

test('a guard that moves a price the rule leaves alone waits too', () => {
  const above = { kind: 'position', side: 'above', distance: { kind: 'amount', amount: usd(10) } } as const;
  const offered = { market: { highestOffer: usd(200) } };
  expect(decide(offered, { strategy: above })).toMatchObject(changeTo(201, 'above-offer'));
  const lately = { ...offered, listing: { moves: [makeMove(210, 200, ago(0, 30))] } };
  expect(decide(lately, { strategy: above })).toMatchObject(heldFor('cool-down'));
});

describe('whole dollars', () => {
  const percent = (side: 'below' | 'above', basisPoints: number): Partial<RuleSettings> => ({
    strategy: { kind: 'position', side, distance: { kind: 'percent', basisPoints } },
  });
  test('below an ask it goes down, above one up', () => {
    // 2.5 % of 190 is 4.75
    expect(decide({}, percent('below', 250))).toMatchObject(changeTo(185));
    expect(decide({}, percent('above', 250))).toMatchObject(changeTo(195));
  });

  test('an ask in cents is matched to the nearest', () => {
    const match = {
      strategy: { kind: 'position', side: 'match', distance: { kind: 'percent', basisPoints: 0 } },
    } as const;
    expect(decide({ market: { lowestAsk: usd(190.5) } }, match)).toMatchObject(changeTo(191));
    expect(decide({ market: { lowestAsk: usd(190.49) } }, match)).toMatchObject(changeTo(190));
  });
});

describe('never at or below the highest offer', () => {
  test.each<[string, number | null, object]>([
    ['an offer at the price wanted', 189, changeTo(190, 'above-offer')],
    ['an offer in cents above it', 189.5, changeTo(190, 'above-offer')],
    ['an offer just below it', 188.99, changeTo(189)],
    ['no offer', null, changeTo(189)],
    ['an offer at the own price', 200, changeTo(201, 'above-offer')],
    ['an offer above the lowest ask', 195, changeTo(196, 'above-offer')],
    ['an offer further away than a step', 245, heldFor('would-sell-at-once')],
  ])('%s', (_, offer, expected) => {
    expect(decide({ market: { highestOffer: usdOrNone(offer) } })).toMatchObject(expected);
  });

  test('not even for the ceiling, the catalogue or a maximum', () => {
    const market = { highestOffer: usd(189) };
    const amount = { ceiling: { kind: 'amount', amount: usd(189) } } as const;
    expect(decide({ market }, amount)).toMatchObject(heldFor('would-sell-at-once'));
    expect(decide({ market, listing: { maximum: usd(189.99) } })).toMatchObject(heldFor('would-sell-at-once'));
    expect(decide({ market, listing: { catalogueMaximum: usd(189) } })).toMatchObject(heldFor('would-sell-at-once'));
    const high = { lowestAsk: usd(199), highestOffer: usd(180) };
    expect(decide({ market: high, listing: { maximum: usd(180) } })).toMatchObject(heldFor('would-sell-at-once'));
  });
});

describe('upper bounds', () => {
  test.each<[string, MadeInput, Partial<RuleSettings>, object]>([
    ['the catalogue', { listing: { catalogueMaximum: usd(185) } }, {}, changeTo(185, 'catalogue')],
    ['the rule’s ceiling', {}, { ceiling: { kind: 'amount', amount: usd(185.5) } }, changeTo(185, 'ceiling')],
    ['the pair’s maximum', { listing: { maximum: usd(186) } }, {}, changeTo(186, 'ceiling')],
    [
      'a share of the last sale',
      { market: { lastSale: usd(150.01) } },
      { ceiling: { kind: 'reference', of: 'last-sale', basisPoints: 12_500 } },
      changeTo(187, 'ceiling'),
    ],
    [
      'a share of the median sale',
      { market: { sales: makeSales(150, 140, 160) } },
      { ceiling: { kind: 'reference', of: 'median-sale', basisPoints: 12_500 } },
      changeTo(187, 'ceiling'),
    ],
    ['a share of the floor', {}, { ceiling: { kind: 'floor', basisPoints: 15_300 } }, changeTo(183, 'ceiling')],
    ['one more than a step away', { listing: { maximum: usd(179) } }, {}, heldFor('out-of-reach')],
    ['a catalogue more than a step away', { listing: { catalogueMaximum: usd(179) } }, {}, heldFor('out-of-reach')],
  ])('%s', (_, made, settings, expected) => {
    expect(decide(made, settings)).toMatchObject(expected);
  });
});

describe('the floor wins', () => {
  const cheap = { lowestAsk: usd(125), lastSale: usd(150) };
  test('over the market', () => {
    const made = { listing: { price: usd(125) }, market: { ...cheap, lowestAsk: usd(110) } };
    expect(decide(made)).toMatchObject({ ...changeTo(120, 'floor'), floor: usd(120) });
  });

  test.each<[string, MadeInput, Partial<RuleSettings>, number]>([
    ['the pair’s minimum', { listing: { minimum: usd(192.5) } }, {}, 193],
    ['the rule’s minimum', {}, { floor: { target: { kind: 'break-even' }, ownMinimum: usd(191) } }, 191],
    [
      'the higher one of both',
      { listing: { minimum: usd(194) } },
      { floor: { target: { kind: 'break-even' }, ownMinimum: usd(191) } },
      194,
    ],
    ['the catalogue’s minimum', { listing: { catalogueMinimum: usd(196) }, market: { lowestAsk: usd(197) } }, {}, 196],
    // 65 % of the cost on top: 165 must arrive, and 194 bring 165.63
    ['the rule’s target', {}, { floor: { target: { kind: 'roi', basisPoints: 6500 }, ownMinimum: null } }, 194],
  ])('%s', (_, made, settings, dollars) => {
    expect(decide(made, settings)).toMatchObject({ kind: 'change', to: usd(dollars), floor: usd(dollars) });
  });

  describe('a price below its floor is raised to it', () => {
    const below = { listing: { price: usd(90) } };
    test('further than a step, whatever the rule waits for', () => {
      expect(decide({ ...below, market: { lowestAsk: null } })).toMatchObject(changeTo(120, 'floor'));
      expect(decide({ ...below, market: { lowestAsk: usd(90) } })).toMatchObject(changeTo(120, 'floor'));
      expect(decide({ ...below, market: { lowestAsk: usd(110) } })).toMatchObject(changeTo(120, 'floor'));
    });

    test('at once, however lately it was changed', () => {
      const moved = { price: usd(90), moves: [makeMove(200, 90, ago(0, 6), 'user')] };
      expect(decide({ listing: moved })).toMatchObject(changeTo(120, 'floor'));
      expect(decide({ listing: { price: usd(119) } }, {}, { smallestStep: usd(10) })).toMatchObject({ kind: 'change' });
    });

    test('or above the highest offer, where that is higher', () => {
      expect(decide({ ...below, market: { highestOffer: usd(130) } })).toMatchObject(changeTo(131, 'above-offer'));
      const bounded = { ...below.listing, maximum: usd(130) };
      const made = { listing: bounded, market: { highestOffer: usd(130) } };
      expect(decide(made)).toMatchObject(heldFor('would-sell-at-once'));
    });

    test('not on stale prices', () => {
      expect(decide({ ...below, market: { readAt: null } })).toMatchObject(heldFor('stale'));
    });
  });
});
