import { describe, expect, test } from 'vitest';
import { makePair, usd } from '@/tests/fixtures/builders';
import { makeCommandDeps } from '@/tests/fixtures/command-deps';
import { boughtPair, day, gbp, soldPair, treated, UK } from '@/tests/fixtures/tax-books';
import { readTax } from '@/lib/queries/tax-books';
import { numberStock } from './number-stock';
import { setPairTax } from './set-pair-tax';
import { runUndo } from './undo';

const utc = (): number => 0;

describe('what is said of pairs for the tax office', () => {
  test('is kept, told in the activity, and taken back exactly', async () => {
    const deps = makeCommandDeps();
    const pairs = [makePair({ cost: gbp(60) }), makePair({ tax: treated('zero') })];
    await deps.db.inventory.bulkAdd(pairs);
    const ids = pairs.map(({ id }) => id);
    const { changed, undoId } = await setPairTax(deps, ids, { treatment: 'margin', note: ' worn once ' });
    expect(changed).toBe(2);
    const said = { treatment: 'margin', note: 'worn once', purchaseInvoice: '', inputTax: null };
    expect((await deps.db.inventory.bulkGet(ids)).map((pair) => pair?.tax)).toEqual([said, said]);
    expect(await deps.db.activity.where('kind').equals('pairs/tax').count()).toBe(2);
    expect(await runUndo(deps, undoId ?? '')).toEqual({ restored: 2, left: 0 });
    expect((await deps.db.inventory.bulkGet(ids)).map((pair) => pair?.tax)).toEqual([null, treated('zero')]);
  });

  test('what is said already is not written, and nothing said at all is no row', async () => {
    const deps = makeCommandDeps();
    const pair = makePair({ tax: treated('margin') });
    await deps.db.inventory.add(pair);
    expect(await setPairTax(deps, [pair.id], { treatment: 'margin' })).toEqual({ changed: 0, undoId: null });
    expect(await deps.db.undos.count()).toBe(0);
    await setPairTax(deps, [pair.id], { treatment: null });
    expect((await deps.db.inventory.get(pair.id))?.tax).toBeNull();
  });

  test.each([
    ['more than the pair cost', gbp(61), 'bad-value'],
    ['in another currency than it', usd(5), 'bad-value'],
    ['below zero', gbp(-1), 'bad-value'],
  ])('tax on the invoice that is %s changes nothing', async (_why, inputTax, code) => {
    const deps = makeCommandDeps();
    const pair = makePair({ cost: gbp(60) });
    await deps.db.inventory.add(pair);
    await expect(setPairTax(deps, [pair.id], { inputTax })).rejects.toMatchObject({ code });
    expect(await deps.db.inventory.get(pair.id)).toEqual(pair);
  });

  test('pairs that are gone are none', async () => {
    await expect(setPairTax(makeCommandDeps(), ['nobody'], { note: '' })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('numbers of the stock book', () => {
  test('follow each other without a gap, are given once and kept', async () => {
    const deps = makeCommandDeps();
    const pairs = ['a', 'b', 'c'].map((id) => makePair({ id }));
    await deps.db.inventory.bulkAdd(pairs);
    expect(await numberStock(deps, ['b', 'a', 'b'])).toEqual({ numbered: 2, last: 2 });
    expect(await numberStock(deps, ['a', 'c', 'gone'])).toEqual({ numbered: 1, last: 3 });
    expect(await numberStock(deps, ['a', 'b', 'c'])).toEqual({ numbered: 0, last: 3 });
    const rows = await deps.db.stockBook.orderBy('number').toArray();
    expect(rows.map(({ id, number }) => [id, number])).toEqual([
      ['b', 1],
      ['a', 2],
      ['c', 3],
    ]);
  });

  test('two at a time never share one', async () => {
    const deps = makeCommandDeps();
    await deps.db.inventory.bulkAdd(['a', 'b', 'c', 'd'].map((id) => makePair({ id })));
    await Promise.all([numberStock(deps, ['a', 'b']), numberStock(deps, ['c', 'b', 'd'])]);
    expect((await deps.db.stockBook.orderBy('number').toArray()).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  });
});

test('amounts without a rate of their own go by the rate of their day, never by a later one', async () => {
  const deps = makeCommandDeps();
  const pair = boughtPair(gbp(1), '2025-01-01');
  const rate = (base: 'USD' | 'GBP', quote: 'USD' | 'GBP', on: string, rateE8: number) => ({
    id: on,
    base,
    quote,
    rateE8,
    asOf: day(on),
    source: 'test',
  });
  await deps.db.fxRates.bulkAdd([
    rate('USD', 'GBP', '2025-02-01', 50_000_000),
    rate('GBP', 'USD', '2025-06-01', 125_000_000),
  ]);
  await deps.db.inventory.add(pair);
  await deps.db.sales.bulkAdd(
    ['2025-01-31', '2025-05-31', '2025-06-02'].map((on) => soldPair(pair, usd(100), on, { id: on })),
  );
  const reading = await readTax(deps.db, UK, utc);
  expect(reading?.settled.events.map(({ sale, price }) => [sale.id, price])).toEqual([
    ['2025-05-31', gbp(50)],
    ['2025-06-02', gbp(80)],
  ]);
  expect(reading?.settled.left.map(({ id, reason }) => [id, reason])).toEqual([['2025-01-31', 'no-rate']]);
});
