import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALIAS_FEE_SCHEDULES } from '../fees/alias-fee-schedules';
import { estimateNet } from '../fees/estimate-net';
import { feesFor, type FeeProfile } from '../fees/fee-schedule';
import { floorPrice, type CostBasis } from '../fees/floor-price';
import { convert, type FxRate } from '../money/fx';
import { money } from '../money/money';
import { instant } from '../time/instant';
import { listPrice, type PricedSubject, type PriceStrategy } from './list-price';

const schedule = feesFor(ALIAS_FEE_SCHEDULES, instant(Date.UTC(2026, 5, 1)));
const US: FeeProfile = { rating: 90, country: 'US', method: 'prepaid', withdraws: true };
const usd = (dollars: number) => money(Math.round(dollars * 100), 'USD');
const pound: FxRate = { base: 'USD', quote: 'GBP', rateE8: 80_000_000, asOf: instant(0), source: 'test' };

function makeSubject(given: Partial<PricedSubject> = {}, basis: Partial<CostBasis> = {}): PricedSubject {
  const whole: CostBasis = { cost: usd(100), otherCosts: null, fx: null, schedule, profile: US, ...basis };
  const floor = floorPrice({ ...whole, target: { kind: 'break-even' }, ownMinimum: null, catalogueMinimum: usd(25) });
  return { lowestAsk: usd(97), ownLowest: null, floor, basis: whole, ...given };
}

const toldOf = (strategy: PriceStrategy, subject: PricedSubject) => {
  const told = listPrice(strategy, subject);
  return told.kind === 'price' ? told.price : told.missing;
};

describe('against the lowest ask', () => {
  test.each<[number, Partial<PricedSubject>, unknown]>([
    [1, {}, usd(96)],
    [0, {}, usd(97)],
    [5, { lowestAsk: usd(97.5) }, usd(92)],
    [0, { lowestAsk: usd(97.99) }, usd(97)],
    [0.5, {}, usd(96)],
    [1, { ownLowest: usd(97) }, usd(97)],
    [1, { ownLowest: usd(120) }, usd(96)],
    // The market was read before the own price fell: it is ours all the same.
    [1, { ownLowest: usd(90) }, usd(90)],
    [1, { lowestAsk: null }, ['lowest-ask']],
    [1, { lowestAsk: usd(1) }, ['room']],
    [200, {}, ['room']],
    [1, { lowestAsk: money(9700, 'GBP') }, ['currency']],
  ])('$%s below, %o', (dollars, given, price) => {
    expect(toldOf({ kind: 'below-ask', by: usd(dollars) }, makeSubject(given))).toEqual(price);
  });

  test('an ask of the seller’s own is told as such', () => {
    const strategy: PriceStrategy = { kind: 'below-ask', by: usd(1) };
    expect(listPrice(strategy, makeSubject({ ownLowest: usd(97) }))).toMatchObject({ ownAsk: true });
    expect(listPrice(strategy, makeSubject({ ownLowest: usd(98) }))).toMatchObject({ ownAsk: false });
  });
});

describe('against cost and fees', () => {
  test.each<[PriceStrategy, Partial<CostBasis>, unknown]>([
    [{ kind: 'net', amount: usd(100) }, {}, usd(120)],
    [{ kind: 'net', amount: usd(100) }, { cost: null }, usd(120)],
    [{ kind: 'net', amount: usd(100) }, { otherCosts: usd(50) }, usd(120)],
    [{ kind: 'net', amount: money(8000, 'GBP') }, { fx: pound }, usd(120)],
    [{ kind: 'net', amount: money(8000, 'GBP') }, {}, ['fx-rate']],
    [{ kind: 'net', amount: usd(100) }, { profile: { ...US, rating: null } }, ['rating']],
    [{ kind: 'net', amount: usd(100) }, { schedule: null }, ['fee-schedule']],
    [{ kind: 'floor-plus', amount: usd(10) }, {}, usd(130)],
    [{ kind: 'floor-plus', amount: usd(9.01) }, {}, usd(130)],
    [{ kind: 'floor-plus', amount: usd(10) }, { cost: null }, ['cost']],
    [{ kind: 'floor-plus', amount: money(1000, 'GBP') }, {}, ['currency']],
    [{ kind: 'roi', basisPoints: 0 }, {}, usd(120)],
    [{ kind: 'roi', basisPoints: 0 }, { cost: null }, ['cost']],
  ])('%o with %o', (strategy, basis, price) => {
    expect(toldOf(strategy, makeSubject({}, basis))).toEqual(price);
  });
});

const dollars = fc.integer({ min: 1, max: 150_000 }).map((cents) => money(cents, 'USD'));
const profiles = fc.record({
  rating: fc.integer({ min: 0, max: 100 }),
  country: fc.constantFrom('US', 'GB', 'DE', 'JP'),
  method: fc.constantFrom('prepaid' as const, 'drop-off' as const),
  withdraws: fc.boolean(),
});

test('a price for a net is whole, brings the net, and a dollar less does not', () => {
  fc.assert(
    fc.property(dollars, profiles, fc.boolean(), (amount, profile, inPounds) => {
      const wanted = inPounds ? convert(amount, pound, 'half-up') : amount;
      const told = listPrice({ kind: 'net', amount: wanted }, makeSubject({}, { profile, fx: pound }));
      const netAt = (minor: number) => {
        const net = estimateNet(money(minor, 'USD'), schedule, profile);
        if (net.kind === 'unknown') return null;
        return inPounds ? convert(net.net, pound, 'floor') : net.net;
      };
      if (told.kind === 'none') return expect(netAt(100)).toBeNull();
      expect(told.price.minor % 100).toBe(0);
      expect(netAt(told.price.minor)?.minor).toBeGreaterThanOrEqual(wanted.minor);
      if (told.price.minor > 100) expect(netAt(told.price.minor - 100)?.minor).toBeLessThan(wanted.minor);
    }),
    { seed: 1 },
  );
});

test('a price for a return is whole, returns that share of all costs, and a dollar less does not', () => {
  fc.assert(
    fc.property(dollars, fc.integer({ min: 0, max: 20_000 }), (cost, basisPoints) => {
      const told = listPrice({ kind: 'roi', basisPoints }, makeSubject({}, { cost, otherCosts: usd(7) }));
      if (told.kind === 'none') throw new Error(`No price: ${told.missing.join()}`);
      const returns = (minor: number) => {
        const net = estimateNet(money(minor, 'USD'), schedule, US);
        if (net.kind === 'unknown') throw new Error('fees are known');
        return BigInt(net.net.minor) * 10_000n >= BigInt(cost.minor + 700) * BigInt(10_000 + basisPoints);
      };
      expect(told.price.minor % 100).toBe(0);
      expect([returns(told.price.minor), returns(told.price.minor - 100)]).toEqual([true, false]);
    }),
    { seed: 2 },
  );
});

test('whatever the market, a price below an ask is whole, above zero, and never below an own ask', () => {
  const asks = fc.option(dollars, { nil: null });
  fc.assert(
    fc.property(asks, asks, dollars, (lowestAsk, ownLowest, by) => {
      const told = listPrice({ kind: 'below-ask', by }, makeSubject({ lowestAsk, ownLowest }));
      if (told.kind === 'none') return;
      expect(told.price.minor % 100).toBe(0);
      expect(told.price.minor).toBeGreaterThan(0);
      if (ownLowest !== null && lowestAsk !== null && ownLowest.minor <= lowestAsk.minor)
        expect(told.price.minor).toBeGreaterThan(ownLowest.minor - 100);
    }),
    { seed: 3 },
  );
});
