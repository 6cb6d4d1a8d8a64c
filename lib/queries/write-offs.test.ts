import { expect, test } from 'vitest';
import { putFxRate } from '@/lib/db/repositories/fx';
import { money } from '@/lib/domain/money/money';
import { DAY_MS, instant } from '@/lib/domain/time/instant';
import { makeExpense, makePair, makeSale, usd } from '@/tests/fixtures/builders';
import { makeDatabase } from '@/tests/fixtures/test-database';
import { readWriteOffs } from './write-offs';

const may = (day: number) => instant(Date.UTC(2026, 4, day, 12));
const MAY = { from: instant(Date.UTC(2026, 4, 1)), to: instant(Date.UTC(2026, 5, 1)) };
const lost = { status: 'written-off', boughtAt: may(-30), writtenOffAt: may(10) } as const;

test('60.00 and 5.00 of postage, with 2.50 of an expense shared by two, is 67.50 on the day it was written off', async () => {
  const db = makeDatabase();
  await db.inventory.bulkAdd([
    makePair({ ...lost, id: 'a', cost: usd(60), otherCosts: usd(5) }),
    makePair({ id: 'b', cost: usd(60) }),
    makePair({ ...lost, id: 'april', cost: usd(40), writtenOffAt: may(0) }),
    makePair({ ...lost, id: 'binned', cost: usd(30), deletedAt: may(11) }),
  ]);
  await db.expenses.add(makeExpense({ amount: usd(5), pairIds: ['a', 'b'], spentAt: may(-20), split: 'even' }));
  const { rows, ...sums } = await readWriteOffs(db, 'USD', MAY);
  expect(rows.map(({ pair, at, lost: all }) => [pair.id, at, all])).toEqual([['a', may(10), usd(67.5)]]);
  expect(sums).toEqual({ lost: usd(67.5), expenses: usd(2.5), unknown: 0 });
});

test('the last moment of the time counts, the first after it does not; where no day was kept, the last change is', async () => {
  const db = makeDatabase();
  await db.inventory.bulkAdd([
    makePair({ ...lost, id: 'in', cost: usd(1), writtenOffAt: instant(MAY.to - 1) }),
    makePair({ ...lost, id: 'out', cost: usd(2), writtenOffAt: MAY.to }),
    makePair({ id: 'old', status: 'written-off', cost: usd(4), updatedAt: may(3) }),
  ]);
  expect((await readWriteOffs(db, 'USD', MAY)).rows.map(({ pair }) => pair.id)).toEqual(['old', 'in']);
});

test('a cost nobody told, or without a rate, is counted and in no sum', async () => {
  const db = makeDatabase();
  await db.inventory.bulkAdd([
    makePair({ ...lost, cost: null }),
    makePair({ ...lost, cost: money(100, 'JPY') }),
    makePair({ ...lost, cost: usd(3), otherCosts: money(100, 'JPY') }),
    makePair({ ...lost, cost: usd(9) }),
  ]);
  const { lost: sum, unknown } = await readWriteOffs(db, 'USD', null);
  expect([sum, unknown]).toEqual([usd(9), 3]);
});

test('by the rate of the day it was bought: EUR 100.00 at 1.10 is 110.00, whatever a euro is later', async () => {
  const db = makeDatabase();
  const bought = may(-30);
  for (const [asOf, rateE8] of [
    [bought, 110_000_000],
    [may(9), 150_000_000],
  ] as const)
    await putFxRate(db, { base: 'EUR', quote: 'USD', rateE8, asOf: instant(asOf - DAY_MS), source: 'test' });
  await db.inventory.add(makePair({ ...lost, cost: money(10_000, 'EUR') }));
  expect((await readWriteOffs(db, 'USD', MAY)).lost).toEqual(usd(110));
});

test('a pair that stands as sold has its cost on the line of its sale, one that came back has not', async () => {
  const db = makeDatabase();
  const reversal = { reason: 'returned', at: may(5), penalty: null, note: '' } as const;
  await db.inventory.bulkAdd(['sold', 'back'].map((id) => makePair({ ...lost, id, cost: usd(50) })));
  await db.sales.bulkAdd([
    makeSale({ pairId: 'sold', soldAt: may(2) }),
    makeSale({ pairId: 'back', soldAt: may(2), status: 'reversed', reversal }),
  ]);
  const { rows, lost: sum } = await readWriteOffs(db, 'USD', MAY);
  expect([rows.map(({ pair }) => pair.id), sum]).toEqual([['back'], usd(50)]);
});
