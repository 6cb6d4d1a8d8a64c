import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, makePair, makeSale, pound, settings, usd } from '@/tests/fixtures/pnl-rows';
import { instant } from '../time/instant';
import { money } from '../money/money';
import { CHARGE_KINDS, NO_CHARGES } from '../sales/charges';
import type { Sale } from '../sales/sale';
import { pnlLine, type PnlSettings } from './pnl-line';
import { pnlReport } from './pnl-report';
import { pnlTotals } from './pnl-totals';

const asked: PnlSettings = { ...settings, splitByProfile: true };
const feesOf = (sale: Partial<Sale>, by = asked) => pnlLine(makeSale(sale), makePair(usd(60)), by)?.fees ?? null;
const parts = (commission: number, sellerFee: number) => {
  return { ...NO_CHARGES, commission: usd(commission), sellerFee: usd(sellerFee) };
};

describe('what alias took, where the profile (9.5 % and 5.00) explains the payout to the cent', () => {
  test.each<[string, Partial<Sale>, ReturnType<typeof parts>]>([
    ['120.00 - 103.60 = 16.40 = 11.40 + 5.00', { price: usd(120), payout: usd(103.6) }, parts(11.4, 5)],
    ['97.00 - 82.79 = 14.21 = 9.21 + 5.00', { payout: usd(82.79) }, parts(9.21, 5)],
    ['97.00 - 82.78 = 14.22 = 9.22 + 5.00', { payout: usd(82.78) }, parts(9.22, 5)],
    [
      'in 2022, with the same fees in the US: 97.00 - 82.79 = 9.21 + 5.00',
      { payout: usd(82.79), soldAt: instant(Date.UTC(2022, 1, 1)) },
      parts(9.21, 5),
    ],
  ])('%s', (_, sale, split) => {
    expect(feesOf(sale)).toMatchObject({ takeIs: 'actual', split, byProfile: true });
    expect(feesOf(sale, settings)).toMatchObject({ takeIs: 'actual', split: null, byProfile: false });
  });

  test('from London, prepaid, in one report: 12.00 before May 2024, 5.00 after; 103.60 of 120.00 is explained after it alone', () => {
    const london = { ...asked, profile: { ...settings.profile, country: 'GB' } };
    const sold = (year: number, payout: number) =>
      makeSale({ id: `${year}`, price: usd(120), payout: usd(payout), soldAt: instant(Date.UTC(year, 1, 1)) });
    const report = pnlReport([sold(2026, 103.6), sold(2022, 103.6), sold(2023, 96.6)], new Map(), london);
    expect(report.lines.map(({ saleId, fees }) => [saleId, fees?.split])).toEqual([
      ['2022', null],
      ['2023', parts(11.4, 12)],
      ['2026', parts(11.4, 5)],
    ]);
  });

  test('at $1 = £0.80: £77.60 - £66.23 = £11.37 = £7.37 + £4.00', () => {
    const fees = feesOf({ payout: usd(82.79), fx: pound }, { ...asked, currency: 'GBP' });
    expect(fees?.take).toEqual(money(1137, 'GBP'));
    expect(fees?.split).toEqual({ ...NO_CHARGES, commission: money(737, 'GBP'), sellerFee: money(400, 'GBP') });
    expect(fees?.byProfile).toBe(true);
  });
});

describe('it stays one line', () => {
  const unknown = { ...asked, profile: { ...settings.profile, rating: null, withdraws: false } };
  test.each<[string, Partial<Sale>, PnlSettings]>([
    ['97.00 - 83.10 = 13.90, and 9.21 + 5.00 are 14.21', { payout: usd(83.1) }, asked],
    ['one cent beside what two roundings allow: 82.80', { payout: usd(82.8) }, asked],
    ['the rating is not known', { payout: usd(82.79) }, unknown],
    ['no fee table was in force', { payout: usd(82.79) }, { ...unknown, schedules: [] }],
    ['the payout is in another currency', { payout: money(8279, 'GBP'), fx: pound }, asked],
    ['another platform than alias', { payout: usd(82.79), marketplace: 'stockx' }, asked],
  ])('%s', (_, sale, by) => {
    expect(feesOf(sale, by)).toMatchObject({ takeIs: 'actual', split: null, byProfile: false });
  });

  test('a statement is never overruled: 14.21 = 12.21 + 2.00 of shipping', () => {
    const charges = { ...NO_CHARGES, commission: usd(12.21), shipping: usd(2) };
    expect(feesOf({ payout: usd(82.79), charges })).toMatchObject({ split: charges, byProfile: false });
  });

  test('an estimate is none of it: nothing is explained of a payout nobody named', () => {
    expect(feesOf({})).toMatchObject({ takeIs: 'estimated', split: parts(9.21, 5), byProfile: false });
  });
});

/** Half of the payouts as the profile has them, give or take a cent; the others anything, or not named yet. */
const anySale = fc
  .record({
    soldAt: fc.nat(9).map(day),
    price: fc.integer({ min: 100, max: 60_000 }),
    payout: fc.oneof(
      fc.constant({ off: 0 }),
      fc.constantFrom(-1, 0, 1).map((off) => ({ off })),
      fc.integer({ min: -500, max: 60_000 }).map((minor) => ({ minor })),
      fc.constant(null),
    ),
    status: fc.constantFrom<Sale['status'][]>('pending', 'completed', 'completed', 'reversed'),
    marketplace: fc.constantFrom<Sale['marketplace'][]>('alias', 'alias', 'alias', 'stockx'),
    charges: fc.constantFrom(
      null,
      null,
      null,
      { ...NO_CHARGES, shipping: usd(6) },
      { ...NO_CHARGES, penalty: usd(15) },
    ),
    penalty: fc.option(fc.constantFrom(usd(10), usd(15))),
    rateE8: fc.integer({ min: 70_000_000, max: 90_000_000 }),
  })
  .map(({ price, payout, penalty, rateE8, ...facts }): Partial<Sale> => {
    const asFees = Math.floor((price * 9050 - 5_000_000 + 5000) / 10_000);
    const paid = payout === null ? null : 'off' in payout ? asFees + payout.off : payout.minor;
    const reversal = { reason: 'cancelled' as const, at: facts.soldAt, penalty, note: '' };
    return {
      ...facts,
      price: money(price, 'USD'),
      payout: paid === null ? null : money(paid, 'USD'),
      reversal: facts.status === 'reversed' ? reversal : null,
      fx: { ...pound, rateE8 },
    };
  });

test('the lines of a report sum to its payouts, split or not, and the split never changes totals', () => {
  const pairs = new Map([['pair-1', makePair(usd(60), usd(1))]]);
  let split = 0;
  fc.assert(
    fc.property(fc.array(anySale, { maxLength: 30 }), fc.constantFrom('USD', 'GBP'), (facts, currency) => {
      const sales = facts.map((fact, nth) => makeSale({ id: `s${nth}`, ...fact }));
      const [as, by] = [settings, asked].map((each) => pnlReport(sales, pairs, { ...each, currency }));
      if (as === undefined || by === undefined) throw new Error('No report');
      // Line by line: parts make the take, and revenue less the take is what arrived.
      for (const [nth, { saleId, revenue, fees, ...rest }] of by.lines.entries()) {
        const before = as.lines[nth];
        const payout = sales.find(({ id }) => id === saleId)?.payout ?? null;
        if (fees === null) {
          expect(before?.fees).toBeNull();
          continue;
        }
        const sum = fees.split === null ? fees.take.minor : sumOf(fees.split);
        expect(sum).toBe(fees.take.minor);
        if (currency === 'USD' && payout !== null) expect(revenue.minor - sum).toBe(payout.minor);
        const { split: _now, byProfile: isSplit, ...amounts } = fees;
        const { split: _then, byProfile: wasSplit, ...were } = before?.fees ?? fees;
        expect([saleId, revenue, amounts, rest]).toEqual([before?.saleId, before?.revenue, were, restOf(before)]);
        expect(wasSplit).toBe(false);
        if (isSplit) split += 1;
      }
      expect(by.excluded).toEqual(as.excluded);
      const [{ complete: was, ...counted }, { complete: is, ...countedNow }] = [
        pnlTotals(as, null),
        pnlTotals(by, null),
      ];
      expect(countedNow).toEqual(counted);
      expect(withoutParts(is)).toEqual(withoutParts(was));
      expect(sumOf(is) + is.unsplit.minor).toBe(is.take.minor);
      expect(was.unsplit.minor - is.unsplit.minor).toBe(is.byProfile.minor);
      expect(is.commission.minor + is.sellerFee.minor - was.commission.minor - was.sellerFee.minor).toBe(
        is.byProfile.minor,
      );
    }),
    { seed: 1, numRuns: 300 },
  );
  // A property over nothing would hold as well.
  expect(split).toBeGreaterThan(100);
});

function sumOf(split: Readonly<Record<(typeof CHARGE_KINDS)[number], { minor: number } | null>>): number {
  return CHARGE_KINDS.reduce((sum, kind) => sum + (split[kind]?.minor ?? 0), 0);
}

function restOf(line: ReturnType<typeof pnlLine> | undefined) {
  if (line == null) return line;
  const { saleId: _id, revenue: _revenue, fees: _fees, ...rest } = line;
  return rest;
}

function withoutParts(complete: ReturnType<typeof pnlTotals>['complete']) {
  const { commission: _c, sellerFee: _s, unsplit: _u, byProfile: _p, ...rest } = complete;
  return rest;
}
