import { beforeEach, describe, expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import { isLedgerHead } from '@/lib/domain/inventory/ledger-csv';
import { instant } from '@/lib/domain/time/instant';
import { makeListing, makePair, NOON, usd } from '@/tests/fixtures/builders';
import { takeBack } from '@/tests/fixtures/import-run';
import { makeDatabase } from '@/tests/fixtures/test-database';
import type { CommandDeps } from './command-deps';
import { importPurchaseLedger, previewPurchaseLedger } from './import-purchase-ledger';

const HEADER =
  'ref,style_code,name,brand,size,quantity,unit_cost,other_costs,currency,bought_on,supplier,alias_listing_id';
const LEDGER = [
  HEADER,
  'a1,DD1391-100,Dunk Low Panda,Nike,US 10,1,61.50,,USD,2026-01-05,SNKRS,L1',
  'a2,DD1391-100,Dunk Low Panda,Nike,US 11,2,70,,USD,2026-01-06,SNKRS,',
  'a3,DD1391-100,Dunk Low Panda,Nike,nonsense,1,70,,USD,2026-01-06,SNKRS,',
].join('\n');

let db: ArchvdDatabase;
let deps: CommandDeps;

beforeEach(async () => {
  db = makeDatabase();
  let ids = 0;
  deps = { db, now: () => NOON, newId: () => `new-${(ids += 1)}` };
  await db.inventory.add(makePair({ id: 'p1', status: 'listed', goatListingId: 'L1', cost: null, ledgerRef: null }));
  await db.listings.add(makeListing({ externalId: 'L1' }));
});

describe('a purchase ledger', () => {
  test('fills the cost of the pair it names, adds the pairs nobody knew, and tells of the line it could not read', async () => {
    const result = await importPurchaseLedger(deps, 'ledger.csv', LEDGER);
    expect(result).toMatchObject({ rows: 3, filled: 1, added: 2, alreadyKnown: 0, problems: [{ line: 4 }] });
    expect(await db.inventory.get('p1')).toMatchObject({ cost: usd(61.5), supplier: 'SNKRS', ledgerRef: 'a1#1' });
    expect(await db.inventory.where('status').equals('in-stock').toArray()).toMatchObject([
      { cost: usd(70) },
      { cost: usd(70) },
    ]);
  });

  test('the preview tells the same and writes nothing', async () => {
    const preview = await previewPurchaseLedger(deps, LEDGER);
    expect(await db.inventory.count()).toBe(1);
    expect(await importPurchaseLedger(deps, 'ledger.csv', LEDGER)).toEqual(preview);
  });

  test('the same file again changes nothing', async () => {
    await importPurchaseLedger(deps, 'ledger.csv', LEDGER);
    const before = await db.inventory.toArray();
    const again = await importPurchaseLedger(deps, 'copy of ledger.csv', LEDGER);
    expect(again).toMatchObject({ filled: 0, added: 0, alreadyKnown: 3 });
    expect(await db.inventory.toArray()).toEqual(before);
    expect(await db.imports.count()).toBe(1);
  });

  test('a file that is no ledger is refused with the missing columns, and nothing is written', async () => {
    const result = await importPurchaseLedger(deps, 'photo.csv', 'hello');
    expect(result.problems[0]?.message).toContain('style_code');
    expect(await db.inventory.count()).toBe(1);
  });
});

describe('taken back', () => {
  const wordless = async () => ({
    pairs: await db.inventory.orderBy('id').toArray(),
    left: await db.importChanges.count(),
  });

  test('what it filled and added is as before, and the file may come again', async () => {
    const before = await wordless();
    await importPurchaseLedger(deps, 'ledger.csv', LEDGER);
    const [row] = await db.imports.toArray();
    expect(row).toMatchObject({ kind: 'purchase-ledger', applied: 3 });
    expect(await takeBack(deps, row?.id ?? '')).toEqual({ removed: 2, restored: 1, left: 0 });
    expect(await wordless()).toEqual(before);
    expect(await importPurchaseLedger(deps, 'ledger.csv', LEDGER)).toMatchObject({ filled: 1, added: 2 });
  });

  test('a pair that was sold or put right since stays, and is told', async () => {
    await importPurchaseLedger(deps, 'ledger.csv', LEDGER);
    const [first] = await db.inventory.where('status').equals('in-stock').toArray();
    await db.inventory.update(first?.id ?? '', { cost: usd(75), updatedAt: instant(NOON + 5) });
    await db.inventory.update('p1', { cost: usd(60), updatedAt: instant(NOON + 5) });
    const [row] = await db.imports.toArray();
    expect(await takeBack(deps, row?.id ?? '')).toEqual({ removed: 1, restored: 0, left: 2 });
    expect(await db.inventory.get('p1')).toMatchObject({ cost: usd(60) });
  });
});

test.each([
  ['the headings of a ledger, in any case', 'Style code;Size;Unit cost;Currency\nA;US 10;1;USD', true],
  ['with a mark before them', '\ufeffstyle_code,size,unit_cost,currency', true],
  ['a table that tells more than a ledger reads', 'style_code,size,unit_cost,currency,location', false],
  ['another table', 'sku,size,price', false],
  ['nothing', '', false],
])('%s', (_, head, expected) => {
  expect(isLedgerHead(head)).toBe(expected);
});
