import { beforeEach, describe, expect, test } from 'vitest';
import type { ArchvdDatabase } from '@/lib/db/database';
import { instant } from '@/lib/domain/time/instant';
import { NOON, usd } from '@/tests/fixtures/builders';
import { freshBooks, saleEntry as sale } from '@/tests/fixtures/import-entries';
import { runImport, takeBack } from '@/tests/fixtures/import-run';
import type { CommandDeps } from './command-deps';

let db: ArchvdDatabase;
let deps: CommandDeps;

beforeEach(() => {
  ({ db, deps } = freshBooks());
});

describe('taken back', () => {
  test('what somebody changed since stays, is told, and is the seller’s own', async () => {
    const { importId } = await runImport(deps, 'sales', [sale({ key: '1' }), sale({ key: '2' }), sale({ key: '3' })]);
    const [first, second] = await db.sales.orderBy('id').toArray();
    await db.sales.update(first?.id ?? '', { orderNumber: 'mine', updatedAt: instant(NOON + 1e9) });
    await db.inventory.update(second?.pairId ?? '', { cost: usd(70), updatedAt: instant(NOON + 1e9) });
    expect(await takeBack(deps, importId)).toEqual({ removed: 1, restored: 0, left: 2 });
    expect((await db.sales.toArray()).map(({ importId: of }) => of)).toEqual([null, null]);
    expect(await db.inventory.count()).toBe(2);
  });

  test('the same file may come again', async () => {
    const entries = [sale({ key: '1' })];
    const { importId } = await runImport(deps, 'f', entries);
    await takeBack(deps, importId);
    await expect(takeBack(deps, importId)).rejects.toMatchObject({ code: 'not-found' });
    expect(await runImport(deps, 'f', entries)).toMatchObject({ known: false, added: 1 });
  });
});
