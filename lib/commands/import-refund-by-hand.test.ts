import { beforeEach, describe, expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import type { Sale } from '@/lib/domain/sales/sale';
import { previewImport } from '@/lib/queries/import-preview';
import { makePair, makeSale, NOON, usd } from '@/tests/fixtures/builders';
import { ebayRows, FEE, ORDER, PART, REST, WHOLE, type EbayRow } from '@/tests/fixtures/ebay-rows';
import { freshBooks } from '@/tests/fixtures/import-entries';
import { booksOf, runImport, takeBack } from '@/tests/fixtures/import-run';
import type { CommandDeps } from './command-deps';
import { editSale } from './edit-sale';

let db: ArchvdDatabase;
let deps: CommandDeps;

/** A sale the seller told by hand, with the number eBay gave it. */
async function told(over: Partial<Sale> = {}) {
  ({ db, deps } = freshBooks());
  await db.inventory.add(makePair({ id: 'p', status: 'sold', soldAt: NOON }));
  const named = {
    id: '019a-told',
    externalOrderId: '019a-told',
    pairId: 'p',
    marketplace: 'ebay',
    orderNumber: '11-1',
  };
  const figures = { price: usd(250), payout: usd(221.15), rawSku: 'DD1391-100', soldAt: NOON, importId: null };
  await db.sales.add(makeSale({ ...named, ...figures, ...over } as Sale));
}
beforeEach(() => told());

const file = async (name: string, ...rows: readonly EbayRow[]) =>
  runImport(deps, name, await ebayRows(...rows), 500, 'ebay-transactions');
const only = async () => (await db.sales.toArray())[0];
const look = async (...rows: readonly EbayRow[]) =>
  (
    await previewImport(db, await ebayRows(...rows), { breathe: async () => {}, signal: new AbortController().signal })
  ).flatMap(({ entry, outcome, reason }) => (entry.kind === 'after-sale' ? [[outcome, reason]] : []));

const AS_TOLD = { price: usd(250), payout: usd(221.15), status: 'completed' };
const LOWERED = { price: usd(200), payout: usd(176.85), status: 'completed' };

describe('a refund of a part of a sale that was told by hand', () => {
  test('whose figures no file confirms: it is told, and nothing is taken off', async () => {
    expect(await look(PART)).toEqual([['conflict', 'after-sale-by-hand']]);
    expect(await file('refunds', PART)).toMatchObject({ changed: 0, conflicts: [{ reason: 'after-sale-by-hand' }] });
    expect(await only()).toMatchObject(AS_TOLD);
  });

  test.each([
    ['the order first', [[ORDER], [PART]]],
    ['the refund first', [[PART], [ORDER]]],
    ['both in one file', [[ORDER, PART]]],
    ['both, and again', [[ORDER, PART], [ORDER], [PART], [PART, ORDER]]],
  ])('which a file tells just so: 250.00 - 50.00 = 200.00, 221.15 - 44.30 = 176.85; %s', async (_, files) => {
    for (const [nth, rows] of files.entries()) await file(`${nth}`, ...rows);
    expect(await db.sales.toArray()).toMatchObject([LOWERED]);
  });

  test('is previewed as what it does', async () => {
    expect(await look(ORDER, PART)).toEqual([['changed', 'refund-confirmed']]);
    await file('sales', ORDER);
    expect(await look(PART)).toEqual([['changed', 'refund-confirmed']]);
    expect(await file('refunds', PART)).toMatchObject({ changed: 1, conflicts: [] });
    expect(await look(ORDER, PART)).toEqual([['same', null]]);
  });

  test('parts that come to all of it reverse the sale', async () => {
    await file('1', ORDER, PART);
    await file('2', REST);
    expect(await only()).toMatchObject({ price: usd(250), status: 'reversed', reversal: { penalty: usd(0.4) } });
  });

  test.each([
    ['the refund', [1]],
    ['the refund, then the order', [1, 0]],
    ['the order, then the refund', [0, 1]],
  ])('taken back: %s, and the sale is as it was', async (_, back) => {
    const before = [await booksOf(db), await only()];
    const imports = [(await file('sales', ORDER)).importId];
    const confirmed = await only();
    imports.push((await file('refunds', PART)).importId);
    for (const nth of back) await takeBack(deps, imports[nth] ?? '');
    if (back.length === 1) expect(await only()).toEqual(confirmed);
    else expect([await booksOf(db), await only()]).toEqual(before);
  });

  test('without the file that confirmed it, it is only told again', async () => {
    const { importId } = await file('sales', ORDER);
    await file('refunds', PART);
    await takeBack(deps, importId);
    expect(await only()).toMatchObject(AS_TOLD);
  });

  test.each([
    ['another price', { price: usd(200), payout: usd(176.85) }],
    ['another payout', { price: usd(250), payout: usd(176.85) }],
  ])('%s than the file: it may be in it already, so it is only told', async (_, over) => {
    await told(over);
    await file('sales', ORDER);
    expect(await file('refunds', PART)).toMatchObject({ changed: 0, conflicts: [{ reason: 'after-sale-by-hand' }] });
    expect(await only()).toMatchObject({ ...over, status: 'completed' });
  });

  test('the seller’s own table confirms nothing', async () => {
    const [row] = await ebayRows(ORDER);
    if (row?.kind !== 'sale') throw new Error('no sale');
    await runImport(deps, 'own', [{ kind: 'sale', entry: { ...row.entry, source: 'own-sales' } }], 500, 'own-sales');
    expect(await file('refunds', PART)).toMatchObject({ changed: 0, conflicts: [{ reason: 'after-sale-by-hand' }] });
    expect(await only()).toMatchObject(AS_TOLD);
  });

  test('figures put right after the file confirmed them are the seller’s own again', async () => {
    await file('sales', ORDER);
    await editSale(deps, { saleId: '019a-told', changes: { payout: usd(176.85) }, displayCurrency: 'USD' });
    expect(await look(PART)).toEqual([['conflict', 'after-sale-by-hand']]);
    await file('refunds', PART);
    expect(await only()).toMatchObject({ price: usd(250), payout: usd(176.85) });
  });

  test('a note written since changes nothing about it', async () => {
    await file('sales', ORDER);
    await file('refunds', PART);
    await editSale(deps, { saleId: '019a-told', changes: { note: 'a scuff' }, displayCurrency: 'USD' });
    await file('again', ORDER, PART);
    expect(await only()).toMatchObject({ ...LOWERED, details: { note: 'a scuff' } });
  });

  test('of another article of the order is not this sale’s, and of two alike nobody knows whose', async () => {
    await file('sales', ORDER);
    await file('other', { ...PART, 'Item ID': '901' });
    expect(await only()).toMatchObject(AS_TOLD);
    await told();
    await file('two', { ...ORDER, 'Item ID': '1' }, { ...ORDER, 'Item ID': '2' });
    await file('refunds', PART);
    expect(await only()).toMatchObject(AS_TOLD);
  });

  test('a later fee is only told, and a refund of everything reverses it as ever', async () => {
    await file('sales', ORDER);
    expect(await file('fees', FEE)).toMatchObject({ conflicts: [{ reason: 'after-sale-by-hand' }] });
    expect(await only()).toMatchObject(AS_TOLD);
    await file('whole', WHOLE);
    expect(await only()).toMatchObject({ price: usd(250), status: 'reversed' });
  });
});
