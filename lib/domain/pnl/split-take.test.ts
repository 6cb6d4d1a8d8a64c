import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makePair, makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { subtract } from '../money/arithmetic';
import { money, type Money } from '../money/money';
import type { Sale, SaleCharges } from '../sales/sale';
import { pnlLine, type PnlSettings } from './pnl-line';
import { CHARGE_KINDS, NO_CHARGES } from '../sales/charges';

const IN_USD: PnlSettings = {
  currency: 'USD',
  schedules: [],
  profile: { rating: 90, country: 'US', method: 'prepaid', withdraws: false },
};
const IN_GBP: PnlSettings = { ...IN_USD, currency: 'GBP' };

const told = (price: Money, payout: Money, charges: Partial<SaleCharges>, given: Partial<Sale> = {}): Sale =>
  makeSale({ marketplace: 'stockx', price, payout, charges: { ...NO_CHARGES, ...charges }, ...given });

const splitOf = (sale: Sale, settings = IN_USD) =>
  pnlLine(sale, makePair({ cost: usd(40) }), settings)?.fees?.split ?? null;

describe('how a take splits', () => {
  test('69.00 - 8.00 commission - 2.07 processing = 58.93: nothing is left to explain', () => {
    const split = splitOf(told(usd(69), usd(58.93), { commission: usd(8), processing: usd(2.07) }));
    expect(split).toEqual({ ...NO_CHARGES, commission: usd(8), processing: usd(2.07) });
  });

  test('69.00 - 2.07 processing, payout 58.93: 8.00 is not explained, and stands as such', () => {
    const split = splitOf(told(usd(69), usd(58.93), { processing: usd(2.07) }));
    expect(split).toEqual({ ...NO_CHARGES, processing: usd(2.07), adjustment: usd(8) });
  });

  test('at $1 = £0.80, $10.01 and $0.03 of $10.04 are £8.01 and £0.02 of £8.03', () => {
    const fx = { base: 'USD', quote: 'GBP', rateE8: 80_000_000, asOf: NOON, source: 'you' } as const;
    const sale = told(usd(100), usd(89.96), { commission: usd(10.01), processing: usd(0.03) }, { fx });
    const line = pnlLine(sale, makePair({ cost: money(4000, 'GBP') }), IN_GBP);
    expect(line?.fees).toMatchObject({
      take: money(803, 'GBP'),
      split: { commission: money(801, 'GBP'), processing: money(2, 'GBP') },
    });
  });

  test('a penalty of the statement is a part of the take of a sale that stands', () => {
    const line = pnlLine(told(usd(100), usd(85), { penalty: usd(15) }), makePair({ cost: usd(40) }), IN_USD);
    expect([line?.fees?.split?.penalty, line?.profit]).toEqual([usd(15), usd(45)]);
  });

  test('whatever the statement says and the rate is, the parts add up to the take, and revenue less take to the payout', () => {
    const part = fc.option(fc.integer({ min: -3000, max: 9000 }).map((cents) => money(cents, 'USD')));
    const parts = fc.record(Object.fromEntries(CHARGE_KINDS.map((kind) => [kind, part]))) as fc.Arbitrary<SaleCharges>;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 90_000 }),
        fc.integer({ min: 0, max: 90_000 }),
        parts,
        fc.integer({ min: 1, max: 500_000_000 }),
        (price, payout, charges, rateE8) => {
          const fx = { base: 'USD', quote: 'GBP', rateE8, asOf: NOON, source: 'you' } as const;
          const sale = told(money(price, 'USD'), money(payout, 'USD'), charges, { fx });
          for (const settings of [IN_USD, IN_GBP]) {
            const line = pnlLine(sale, null, settings);
            const sum = CHARGE_KINDS.reduce((all, kind) => all + (line?.fees?.split?.[kind]?.minor ?? 0), 0);
            expect(sum).toBe(line?.fees?.take.minor);
            if (settings === IN_USD && line?.fees) expect(subtract(line.revenue, line.fees.take).minor).toBe(payout);
            const currencies = CHARGE_KINDS.flatMap((kind) => line?.fees?.split?.[kind]?.currency ?? []);
            expect(currencies.every((currency) => currency === settings.currency)).toBe(true);
          }
        },
      ),
      { seed: 1 },
    );
  });
});
