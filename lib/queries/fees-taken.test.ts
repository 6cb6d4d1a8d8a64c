import { describe, expect, test } from 'vitest';
import { makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { seedFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import { money } from '@/lib/domain/money/money';
import { NO_CHARGES } from '@/lib/domain/sales/charges';
import { HOUR_MS, instant } from '@/lib/domain/time/instant';
import { feesTaken } from './fees-taken';

const utc = () => 0;
const US = { rating: 90, country: 'US', method: 'prepaid', withdraws: true } as const;

describe('feesTaken', () => {
  const request = { period: null, currency: 'USD', profile: US, offsetAt: utc } as const;

  test('by month and platform; every row’s parts add up to price less payout', async () => {
    const db = makeDatabase();
    await seedFeeSchedules(db, ALIAS_FEE_SCHEDULES, NOON);
    const january = instant(Date.UTC(2026, 0, 31, 23));
    await db.sales.bulkAdd([
      // 9.5 % of $120 and $5: the profile tells the parts. $99.00 of $120 is explained by nothing.
      makeSale({ id: 'a', price: usd(120), payout: usd(103.6) }),
      makeSale({ id: 'b', price: usd(120), payout: usd(99) }),
      makeSale({
        id: 'c',
        marketplace: 'stockx',
        soldAt: january,
        price: usd(69),
        payout: usd(58.93),
        charges: stockx,
      }),
      makeSale({ id: 'd', price: usd(80), payout: null }),
      makeSale({ id: 'e', price: money(100, 'GBP'), payout: money(80, 'GBP') }),
      makeSale({
        id: 'f',
        status: 'reversed',
        payout: usd(1),
        reversal: { reason: 'cancelled', at: NOON, penalty: usd(10), note: '' },
      }),
    ]);
    const page = await feesTaken(db, request);
    expect(page.rows.map(({ month, platform, sales, kinds, total }) => [month, platform, sales, kinds, total])).toEqual(
      [
        [
          '2026-03',
          'alias',
          2,
          { commission: usd(11.4), sellerFee: usd(5), penalty: usd(10), adjustment: usd(21) },
          usd(47.4),
        ],
        ['2026-01', 'stockx', 1, { processing: usd(2.07), adjustment: usd(8) }, usd(10.07)],
      ],
    );
    expect([page.total, page.unsettled, page.missingRate, page.toldByProfile]).toEqual([usd(57.47), 1, 1, 1]);
  });

  test('a penalty is taken on the day of the reversal, as the profit has it, whichever of the two tells it', async () => {
    const db = makeDatabase();
    const on = (month: number) => instant(Date.UTC(2026, month, 10));
    const reversal = { reason: 'returned', at: on(1), penalty: usd(10), note: '' } as const;
    await db.sales.bulkAdd([
      makeSale({ id: 'a', status: 'reversed', soldAt: on(0), reversal }),
      makeSale({
        id: 'b',
        status: 'reversed',
        soldAt: on(0),
        charges: { ...stockx, penalty: usd(3) },
        reversal: { ...reversal, penalty: null },
      }),
    ]);
    const of = (from: number) => feesTaken(db, { ...request, period: { from: on(from), to: on(from + 1) } });
    expect((await of(0)).rows).toEqual([]);
    expect((await of(1)).rows).toMatchObject([
      { month: '2026-02', sales: 0, kinds: { penalty: usd(13) }, total: usd(13) },
    ]);
  });

  test.each([
    [2, '2026-02'],
    [0, '2026-01'],
  ])('the month is the seller’s own: %d hours ahead', async (hours, month) => {
    const db = makeDatabase();
    await db.sales.add(makeSale({ soldAt: instant(Date.UTC(2026, 0, 31, 23)) }));
    const { rows } = await feesTaken(db, { ...request, offsetAt: () => hours * HOUR_MS });
    expect(rows.map((row) => row.month)).toEqual([month]);
  });
});

const stockx = { ...NO_CHARGES, processing: usd(2.07) };
