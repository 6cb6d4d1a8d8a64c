import { describe, expect, test } from 'vitest';
import { putFxRate } from '@/lib/db/repositories/fx';
import { money } from '@/lib/domain/money/money';
import { makePair, NOON, usd } from '@/tests/fixtures/builders';
import { listPairs, makeShop, PAIRS, VALUATION } from '@/tests/fixtures/pair-shop';
import { toPairEntry } from './pair-entry';
import { selectPairs } from './pair-index';

describe('what the rows of the inventory say', () => {
  test('an unlisted pair has no estimate, one without cost a net but no profit', async () => {
    const db = await makeShop();
    await db.inventory.update('listed', { cost: null });
    await db.inventory.add(makePair({ id: 'z', name: 'Zoom' }));
    const { rows } = await listPairs(db, PAIRS);
    expect(rows.map((row) => row.estimate)).toMatchObject([{ net: usd(100.6), profit: null, missing: ['cost'] }, null]);
  });

  test('in another currency: the newest rate is used both ways, without one nothing is guessed', async () => {
    const db = await makeShop();
    await db.inventory.update('listed', { cost: money(4000, 'GBP'), otherCosts: null });
    const inPounds = { ...PAIRS, valuation: { ...VALUATION, currency: 'GBP' } } as const;
    const noRate = await listPairs(db, inPounds);
    expect(noRate.rows[0]?.estimate).toMatchObject({ net: null, profit: null, missing: ['fx-rate'] });
    await putFxRate(db, { base: 'USD', quote: 'GBP', rateE8: 80_000_000, asOf: NOON, source: 'you' });
    const pounds = await listPairs(db, inPounds);
    expect(pounds.rows[0]?.estimate).toMatchObject({ net: money(8048, 'GBP'), profit: money(4048, 'GBP') });
    const dollars = await listPairs(db, PAIRS);
    expect(dollars.rows[0]?.estimate).toMatchObject({ net: usd(100.6), profit: usd(50.6) });
  });

  test('a size the product is not made in has no market, not that of another size', async () => {
    const db = await makeShop();
    await db.inventory.update('listed', { size: { value: 44, system: 'EU' } });
    expect((await listPairs(db, PAIRS)).rows[0]?.market).toMatchObject({ lowestAsk: null });
  });

  test('of 10,000 pairs those without a cost are found, each once', () => {
    const pairs = Array.from({ length: 10_000 }, (_, index) => makePair({ cost: index % 10 === 0 ? null : usd(50) }));
    const index = { entries: pairs.map((pair) => toPairEntry(pair, null)) };
    const sort = { by: 'status', descending: true } as const;
    const found = selectPairs(index, { filter: { missingCost: true }, sort, now: NOON, figures: null });
    expect(found).toHaveLength(1000);
    expect(new Set(found).size).toBe(1000);
  });
});
