import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convert, type FxRate } from '../money/fx';
import { money, type Money } from '../money/money';
import { instant } from '../time/instant';
import { ALIAS_FEE_SCHEDULES } from './alias-fee-schedules';
import { estimateNet } from './estimate-net';
import { feesFor, type FeeProfile } from './fee-schedule';
import { breakEvenPrice, floorPrice, type FloorInputs, type ProfitTarget } from './floor-price';

const schedule = feesFor(ALIAS_FEE_SCHEDULES, instant(Date.UTC(2026, 5, 1)));
const US: FeeProfile = { rating: 90, country: 'US', method: 'prepaid', withdraws: true };
const usd = (dollars: number) => money(Math.round(dollars * 100), 'USD');
const pound: FxRate = { base: 'USD', quote: 'GBP', rateE8: 80_000_000, asOf: instant(0), source: 'test' };

function makeInputs(inputs: Partial<FloorInputs> = {}): FloorInputs {
  return {
    cost: usd(100),
    otherCosts: null,
    fx: null,
    schedule,
    profile: US,
    target: { kind: 'break-even' },
    ownMinimum: null,
    catalogueMinimum: usd(25),
    ...inputs,
  };
}

const floorOf = (inputs: Partial<FloorInputs>) => {
  const floor = floorPrice(makeInputs(inputs));
  return floor.kind === 'known' ? floor.floor : floor.missing;
};

describe('breakEvenPrice', () => {
  test.each<[string, Partial<FloorInputs>, number]>([
    ['$100', {}, 120],
    ['$95 and $5 of other costs', { cost: usd(95), otherCosts: usd(5) }, 120],
    ['£80 at $1 = £0.80', { cost: money(8000, 'GBP'), fx: pound }, 120],
    [
      '£80 by the rate the other way round',
      { cost: money(8000, 'GBP'), fx: { ...pound, base: 'GBP', quote: 'USD', rateE8: 125_000_000 } },
      120,
    ],
    ['£76 and $5 of other costs', { cost: money(7600, 'GBP'), otherCosts: usd(5), fx: pound }, 120],
    ['$100 left as credit', { profile: { ...US, withdraws: false } }, 117],
    ['a gift', { cost: usd(0) }, 6],
    ['$80.38', { cost: usd(80.38) }, 97],
    ['$80.39', { cost: usd(80.39) }, 98],
  ])('of %s', (_, inputs, dollars) => {
    expect(breakEvenPrice(makeInputs(inputs))).toEqual({ kind: 'known', price: usd(dollars) });
  });
});

describe('floorPrice', () => {
  test.each<[string, Partial<FloorInputs>, number, string]>([
    ['break-even', {}, 120, 'target'],
    // net ≥ 115: 137 nets 115.53, 136 nets 114.66
    ['15 % ROI', { target: { kind: 'roi', basisPoints: 1500 } }, 137, 'target'],
    ['$15 of profit', { target: { kind: 'profit', amount: usd(15) } }, 137, 'target'],
    // net − 10 % of the price ≥ 100: 135 nets 113.78 of 113.50, 134 nets 112.90 of 113.40
    ['10 % margin', { target: { kind: 'margin', basisPoints: 1000 } }, 135, 'target'],
    ['own minimum above', { ownMinimum: usd(150.01) }, 151, 'own-minimum'],
    ['own minimum below', { ownMinimum: usd(50) }, 120, 'target'],
    ['catalogue minimum above', { cost: usd(1) }, 25, 'catalogue-minimum'],
    ['own minimum in pounds', { ownMinimum: money(12_000, 'GBP'), fx: pound }, 150, 'own-minimum'],
    ['no catalogue minimum known', { cost: usd(1), catalogueMinimum: null }, 7, 'target'],
  ])('%s', (_, inputs, dollars, decidedBy) => {
    expect(floorPrice(makeInputs(inputs))).toMatchObject({ kind: 'known', floor: usd(dollars), decidedBy });
  });

  test.each<[string, Partial<FloorInputs>, string[]]>([
    ['cost', { cost: null }, ['cost']],
    ['cost and rating', { cost: null, profile: { ...US, rating: null } }, ['cost', 'rating']],
    ['fees', { schedule: null }, ['fee-schedule']],
    ['the fee of this way of sending', { profile: { ...US, country: 'FR' } }, ['seller-fee']],
    ['rate', { cost: money(8000, 'GBP') }, ['fx-rate']],
    ['rate of this currency', { cost: money(8000, 'EUR'), fx: pound }, ['fx-rate']],
    ['rate of other costs', { otherCosts: money(1, 'EUR'), fx: pound }, ['fx-rate']],
    ['rate of the own minimum', { ownMinimum: money(1, 'EUR') }, ['fx-rate']],
    ['rate of the profit asked for', { target: { kind: 'profit', amount: money(1, 'EUR') } }, ['fx-rate']],
    [
      'any price, at a margin above what fees leave',
      { target: { kind: 'margin', basisPoints: 8800 } },
      ['reachable-price'],
    ],
    ['any price, at this cost', { cost: usd(20_000_000) }, ['reachable-price']],
  ])('is unknown without %s', (_, inputs, missing) => {
    expect(floorOf(inputs)).toEqual(missing);
  });
});

describe('the price found', () => {
  /** Straight from the rule, without the search: does this price bring what is asked for? */
  function covers(price: Money, inputs: FloorInputs): boolean {
    const estimate = estimateNet(price, inputs.schedule, inputs.profile);
    if (estimate.kind === 'unknown' || inputs.cost === null) throw new Error('unknown');
    const into = (amount: Money, how: 'floor' | 'ceiling') =>
      amount.currency === inputs.cost?.currency || inputs.fx === null ? amount : convert(amount, inputs.fx, how);
    const spent = inputs.cost.minor + (inputs.otherCosts?.minor ?? 0);
    const left = into(estimate.net, 'floor').minor - spent;
    const { target } = inputs;
    if (target.kind === 'margin') return left * 10_000 >= into(price, 'ceiling').minor * target.basisPoints;
    if (target.kind === 'roi') return left * 10_000 >= spent * target.basisPoints;
    return left >= (target.kind === 'profit' ? target.amount.minor : 0);
  }

  test('covers, and no smaller whole price does', () => {
    const targets = fc.oneof<fc.Arbitrary<ProfitTarget>[]>(
      fc.constant({ kind: 'break-even' }),
      fc.record({ kind: fc.constant('roi'), basisPoints: fc.integer({ min: -2000, max: 10_000 }) }),
      fc.record({ kind: fc.constant('margin'), basisPoints: fc.integer({ min: -2000, max: 6000 }) }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 60_000 }),
        fc.integer({ min: 0, max: 3000 }),
        fc.constantFrom(null, 30_000_000, 79_120_000, 123_456_789, 15_000_000_000),
        fc.constantFrom(30, 60, 80, 95),
        targets,
        (cost, other, rateE8, rating, target) => {
          const currency = rateE8 === null ? 'USD' : rateE8 > 10_000_000_000 ? 'JPY' : 'GBP';
          const fx = rateE8 === null ? null : ({ ...pound, quote: currency, rateE8 } as const);
          const inputs = makeInputs({
            cost: money(cost, currency),
            otherCosts: money(other, currency),
            fx,
            profile: { ...US, rating },
            target,
          });
          const found = floorPrice({ ...inputs, catalogueMinimum: null });
          if (found.kind === 'unknown') {
            expect(found.missing).toEqual(['reachable-price']);
            return;
          }
          expect(covers(found.floor, inputs)).toBe(true);
          const smaller = Array.from({ length: found.floor.minor / 100 - 1 }, (_, index) => usd(index + 1));
          expect(smaller.slice(-400).find((price) => covers(price, inputs))).toBeUndefined();
        },
      ),
      { seed: 1 },
    );
  });

  test('is also the smallest where a dollar more hardly brings more than it needs', () => {
    // Of each dollar 87.8755 cents arrive; 87.87 of them are asked for.
    const inputs = makeInputs({
      cost: usd(0),
      target: { kind: 'margin', basisPoints: 8787 },
      profile: { ...US, method: 'drop-off' },
    });
    const found = floorPrice({ ...inputs, catalogueMinimum: null });
    if (found.kind === 'unknown') throw new Error(found.missing.join());
    const all = Array.from({ length: found.floor.minor / 100 }, (_, index) => usd(index + 1));
    expect(all.find((price) => covers(price, inputs))).toEqual(found.floor);
  });
});
