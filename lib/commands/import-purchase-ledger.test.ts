import { beforeEach, describe, expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import { makeListing, makePair, NOON, usd } from '@/tests/fixtures/builders';
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
