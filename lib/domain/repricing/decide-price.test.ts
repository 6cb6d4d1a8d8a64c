import { describe, expect, test } from 'vitest';
import { money } from '../money/money';
import type { HoldReason } from './decision';
import { decidePrice } from './decide-price';
import { ago, makeGuards, makeInput, makeMove, makeRule, NOW, usd, type MadeInput } from './fake-decision';
import type { GuardSettings } from './guard-settings';
import type { RuleSettings } from './rule';

function decide(made: MadeInput = {}, settings: Partial<RuleSettings> = {}, guards: Partial<GuardSettings> = {}) {
  return decidePrice(makeInput(made), makeRule(settings), makeGuards(guards), 0);
}

const changeTo = (dollars: number, reason = 'strategy') => ({ kind: 'change', to: usd(dollars), reason });
const heldFor = (reason: HoldReason) => ({ kind: 'hold', reason });

const GUARDS_IN_ORDER = [
  'listing',
  'rule',
  'freshness',
  'variant',
  'outlier',
  'own-listings',
  'strategy',
  'step',
  'cool-down',
  'rounding',
  'instant-sale',
  'catalogue',
  'ceiling',
  'floor',
];

test('a dollar below the lowest ask, with a line of each guard in their order', () => {
  const decision = decide();
  expect(decision).toMatchObject({ ...changeTo(189), floor: usd(120), ceiling: usd(400) });
  expect(decision.trail.map(({ guard }) => guard)).toEqual(GUARDS_IN_ORDER);
  expect(decision.trail.at(-1)).toEqual({
    guard: 'floor',
    did: 'passed',
    price: usd(189),
    facts: { floorMinor: 12_000, decidedBy: 'target', targetMinor: 12_000 },
  });
});

describe('nothing is decided', () => {
  test.each<[string, HoldReason, MadeInput]>([
    ['for a listing that is off', 'not-live', { listing: { status: 'inactive' } }],
    ['for a status of another version', 'not-live', { listing: { status: 'unknown:LISTING_STATUS_FROZEN' } }],
    ['while a write is under way', 'write-under-way', { hasOpenWrite: true }],
    ['without a cost', 'cost-unknown', { basis: { cost: null } }],
    ['on a cost below zero', 'cost-unknown', { basis: { cost: usd(-1) } }],
    ['on a cost that is no number', 'cost-unknown', { basis: { cost: { ...usd(1), minor: Number.NaN as never } } }],
    ['without fees', 'fees-unknown', { basis: { schedule: null } }],
    [
      'without a rating',
      'fees-unknown',
      { basis: { profile: { rating: null, country: 'US', method: 'prepaid', withdraws: true } } },
    ],
    ['without a rate', 'rate-unknown', { basis: { cost: money(8000, 'GBP') } }],
    [
      'on a rate of nothing',
      'rate-unknown',
      { basis: { fx: { base: 'USD', quote: 'GBP', rateE8: 0, asOf: NOW, source: 'test' } } },
    ],
    ['at a cost no price covers', 'floor-unreachable', { basis: { cost: usd(20_000_000) } }],
    ['on prices never read', 'stale', { market: { readAt: null } }],
    ['on prices 31 minutes old', 'stale', { market: { readAt: ago(0, 31) } }],
    ['on prices of the future', 'stale', { market: { readAt: ago(0, -5) } }],
    ['on prices read before its own change', 'stale', { listing: { moves: [makeMove(210, 200, ago(0, 4), 'user')] } }],
    ['without a size', 'size-unknown', { listing: { usSize: null } }],
    ['in a condition of another version', 'condition-unknown', { listing: { condition: 'unknown:LIKE_NEW' } }],
    ['in a box of another version', 'condition-unknown', { listing: { packaging: 'unknown:BAG' } }],
    ['across currencies', 'currency', { market: { lowestAsk: money(19_000, 'GBP') } }],
    ['against an offer in another currency', 'currency', { market: { highestOffer: money(19_000, 'GBP') } }],
    ['on sales in another currency', 'currency', { market: { sales: [{ at: NOW, price: money(1, 'EUR') }] } }],
    ['on a pair minimum in another currency', 'currency', { listing: { minimum: money(1, 'EUR') } }],
    ['for a listing in another currency', 'currency', { listing: { price: money(20_000, 'GBP') } }],
    [
      'on a minimum that is no number',
      'bounds-contradict',
      { listing: { minimum: { ...usd(1), minor: Number.NaN as never } } },
    ],
    ['on a maximum below zero', 'bounds-contradict', { listing: { maximum: usd(-5) } }],
    ['with a floor above the maximum', 'bounds-contradict', { listing: { maximum: usd(119) } }],
    ['with a maximum of nothing', 'bounds-contradict', { listing: { maximum: usd(0) } }],
    ['with a floor above the catalogue', 'bounds-contradict', { listing: { catalogueMaximum: usd(119.99) } }],
    ['in a market without asks', 'no-market', { market: { lowestAsk: null } }],
    [
      'on an offer that is no number',
      'no-market',
      { market: { highestOffer: { ...usd(1), minor: Number.NaN as never } } },
    ],
    ['on an ask below zero', 'no-market', { market: { lowestAsk: usd(-5) } }],
    ['on an ask of "0"', 'no-market', { market: { lowestAsk: usd(0) } }],
  ])('%s: %s', (_, reason, made) => {
    expect(decide(made)).toMatchObject(heldFor(reason));
  });

  test('without a rule, or with one for others', () => {
    expect(decidePrice(makeInput(), null, makeGuards(), 0)).toMatchObject(heldFor('no-rule'));
    expect(decide({}, { scope: { ...makeRule().settings.scope, brands: ['Adidas'] } })).toMatchObject(
      heldFor('no-rule'),
    );
  });

  test('outside the hours of the rule, in the seller’s own time', () => {
    const schedule = { weekdays: [3], fromMinute: 9 * 60, toMinute: 10 * 60 };
    const rule = makeRule({ schedule });
    expect(decidePrice(makeInput(), rule, makeGuards(), 0)).toMatchObject(heldFor('schedule'));
    expect(decidePrice(makeInput(), rule, makeGuards(), -180)).toMatchObject(changeTo(189));
  });

  test('by a rule that cannot be meant', () => {
    const decision = decide({}, { ceiling: { kind: 'reference', of: 'last-sale', basisPoints: Number.NaN } });
    expect(decision).toMatchObject(heldFor('rule-invalid'));
    expect(decision.trail.at(-1)?.facts).toMatchObject({ problem: 'not-a-number', path: 'ceiling.basisPoints' });
  });

  test('under a ceiling that cannot be told', () => {
    const ceiling = { kind: 'reference', of: 'last-sale', basisPoints: 12_500 } as const;
    expect(decide({ market: { lastSale: null } }, { ceiling })).toMatchObject(heldFor('ceiling-unknown'));
    const byAsk = { ...ceiling, of: 'lowest-ask' } as const;
    // The only ask is the seller's own: a ceiling measured by it would rise with the price it bounds.
    expect(decide({ market: { lowestAsk: usd(200) } }, { ceiling: byAsk })).toMatchObject(heldFor('ceiling-unknown'));
  });

  test('what is missing is told', () => {
    const decision = decide({ basis: { cost: null, schedule: null } });
    expect(decision).toMatchObject({ floor: { kind: 'unknown', missing: ['cost', 'fee-schedule'] } });
    expect(decision.trail.at(-1)?.facts).toEqual({ missing: 'cost', missingAll: 'cost,fee-schedule' });
  });
});
