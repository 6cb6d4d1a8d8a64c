import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sum } from '../money/arithmetic';
import { money } from '../money/money';
import { CHARGE_KINDS, chargesAddUp, chargesOf, closeCharges } from './charges';

const usd = (minor: number) => money(minor, 'USD');

describe('what was taken of a sale', () => {
  test('69.00 - 2.07 leaves 8.00 that the statement does not explain: an adjustment', () => {
    const charges = closeCharges({ processing: usd(207) }, usd(6900), usd(5893));
    expect(charges.adjustment).toEqual(usd(800));
    expect(chargesAddUp({ price: usd(6900), payout: usd(5893), charges })).toBe(true);
  });

  test('69.00 - 2.07 - 2.07 - 5.93 = 58.93: nothing is left to adjust', () => {
    const told = { commission: usd(207), processing: usd(207), shipping: usd(593) };
    expect(closeCharges(told, usd(6900), usd(5893)).adjustment).toBeNull();
  });

  test('without a payout nothing is adjusted', () => {
    expect(closeCharges({ processing: usd(207) }, usd(6900), null).adjustment).toBeNull();
  });

  test('a part in another currency is no part, and a sum over two is none', () => {
    const charges = { ...closeCharges({}, usd(6900), null), processing: money(207, 'EUR') };
    expect(chargesOf({ price: usd(6900), payout: usd(6000), charges })).toMatchObject({
      processing: null,
      adjustment: usd(900),
    });
    expect(chargesAddUp({ price: usd(6900), payout: usd(6000), charges })).toBe(false);
  });

  test('what is kept and does not add up is said so', () => {
    const charges = { ...closeCharges({}, usd(6900), null), processing: usd(207) };
    expect(chargesAddUp({ price: usd(6900), payout: usd(5893), charges })).toBe(false);
  });

  test('where nothing is told of the payout or of the charges there is nothing to explain', () => {
    const charges = closeCharges({ processing: usd(207) }, usd(6900), null);
    expect(chargesAddUp({ price: usd(6900), payout: null, charges })).toBe(true);
    expect(chargesAddUp({ price: usd(6900), payout: usd(5893), charges: null })).toBe(true);
  });

  test('whatever is told, the parts are the way from price to payout', () => {
    const cents = fc.integer({ min: -100_000, max: 100_000 });
    const part = fc.option(cents, { nil: null });
    fc.assert(
      fc.property(cents, cents, fc.array(part, { minLength: 8, maxLength: 8 }), (price, payout, parts) => {
        const told = Object.fromEntries(
          CHARGE_KINDS.map((kind, nth) => [kind, parts[nth] == null ? null : usd(parts[nth])]),
        );
        const charges = closeCharges(told, usd(price), usd(payout));
        const all = CHARGE_KINDS.flatMap((kind) => charges[kind] ?? []);
        expect(sum(all, 'USD').minor).toBe(price - payout);
        expect(chargesAddUp({ price: usd(price), payout: usd(payout), charges })).toBe(true);
        expect(chargesOf({ price: usd(price), payout: usd(payout), charges })).toEqual(charges);
      }),
      { seed: 15 },
    );
  });
});
