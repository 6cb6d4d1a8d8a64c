import { ArchvdDatabase } from '@/lib/db/database';
import { seedFeeSchedules } from '@/lib/db/repositories/fee-schedules';
import { ALIAS_FEE_SCHEDULES } from '@/lib/domain/fees/alias-fee-schedules';
import type { CostMethod } from '@/lib/domain/pnl/cost-methods';
import { instant } from '@/lib/domain/time/instant';
import { pnlPage } from '@/lib/queries/pnl-page';
import { makeYear, YEAR } from './make-year';

/** A year's profit and loss in a browser's own IndexedDB, and the reading it rests on; asked for from outside the page. */
export interface PnlBench {
  fill(sales: number): Promise<void>;
  /** Milliseconds of the whole page of a year, in the groups a screen shows. */
  pnl(costMethod: CostMethod): Promise<{ readonly ms: number; readonly profit: number; readonly sales: number }>;
  /** Milliseconds of one reading of the same rows, each table in one request and nothing made of them. */
  floor(): Promise<number>;
}

const db = new ArchvdDatabase('pnl-bench');

const bench: PnlBench = {
  async fill(sales) {
    const rows = makeYear(sales);
    await seedFeeSchedules(db, ALIAS_FEE_SCHEDULES, instant(YEAR.from));
    await db.products.bulkPut(rows.products);
    await db.inventory.bulkPut(rows.inventory);
    await db.sales.bulkPut(rows.sales);
    await db.expenses.bulkPut(rows.expenses);
  },
  async pnl(costMethod) {
    const start = performance.now();
    const page = await pnlPage(db, {
      period: YEAR,
      valuation: {
        now: instant(YEAR.to),
        currency: 'USD',
        profile: { rating: 90, country: 'US', method: 'prepaid', withdraws: true },
        regionId: null,
      },
      basis: 'accrual',
      costMethod,
      groups: ['month', 'platform', 'brand', 'style'],
      offsetAt: () => 0,
    });
    const ms = performance.now() - start;
    return { ms, profit: page.result.afterOverhead.minor, sales: page.totals.complete.sales };
  },
  async floor() {
    const raw = db.backendDB();
    const start = performance.now();
    const read = raw.transaction(['sales', 'inventory', 'products', 'expenses', 'feeSchedules'], 'readonly');
    // All rows are of the year and sold: in the order they lie in they are read quickest.
    const requests = [
      read.objectStore('sales').getAll(),
      read.objectStore('inventory').getAll(),
      read.objectStore('products').getAll(),
      read.objectStore('expenses').getAll(),
      read.objectStore('feeSchedules').getAll(),
    ];
    const tables = await Promise.all(
      requests.map(
        (request) =>
          new Promise<readonly unknown[]>((resolve, reject) => {
            // Rows are made of what was stored when they are asked for: an answer nobody looks at has not been read.
            request.addEventListener('success', () => resolve(request.result as readonly unknown[]));
            request.addEventListener('error', () => reject(request.error ?? new Error('The reading failed')));
          }),
      ),
    );
    if (tables.every((rows) => rows.length === 0)) throw new Error('Nothing was read');
    return performance.now() - start;
  },
};

Object.assign(globalThis, { pnlBench: bench });
