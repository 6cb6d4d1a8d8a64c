import type { ArchvdDatabase } from '@/lib/db/database';
import { rowsByKey } from '@/lib/db/repositories/rows-by-key';
import type { Pair } from '@/lib/domain/inventory/pair';
import type { OrderFacts } from '@/lib/domain/orders/order';
import { chargesOf } from '@/lib/domain/sales/charges';
import type { Sale } from '@/lib/domain/sales/sale';
import type { Instant } from '@/lib/domain/time/instant';

/**
 * Sales that a file told of before alias itself did, by the id of their order: files know an order by its number. They are
 * taken out of the books, and their pairs are in stock again, so that the order sells its listing's own pair; what only the
 * file knew is given to the new sale by `withImported`. In the transaction of the orders.
 */
export async function takeImported(
  db: ArchvdDatabase,
  marketplace: string,
  facts: readonly OrderFacts[],
  now: Instant,
): Promise<ReadonlyMap<string, Sale>> {
  const taken = new Map<string, Sale>();
  const numbered = facts.filter(({ orderNumber }) => orderNumber !== '');
  if (numbered.length === 0 || (await db.sales.where('importId').above('').limit(1).count()) === 0) return taken;
  const keys = numbered.map(({ orderNumber }) => [marketplace, orderNumber]);
  const sales = (await rowsByKey(db.sales, '[marketplace+externalOrderId]', keys)).filter(isOfFile);
  const byNumber = new Map(sales.map((sale) => [sale.orderNumber, sale]));
  for (const { externalId, orderNumber } of numbered) {
    const sale = byNumber.get(orderNumber);
    if (sale !== undefined && externalId !== orderNumber) taken.set(externalId, sale);
  }
  const gone = [...taken.values()];
  const pairs = (await db.inventory.bulkGet(gone.map(({ pairId }) => pairId))).filter((pair) => pair !== undefined);
  const made = pairs.filter(
    ({ origin, cost, ledgerRef }) => origin === 'import' && cost === null && ledgerRef === null,
  );
  await db.sales.bulkDelete(gone.map(({ id }) => id));
  await db.inventory.bulkDelete(made.map(({ id }) => id));
  await db.inventory.bulkPut(pairs.filter((pair) => !made.includes(pair)).map((pair) => inStock(pair, now)));
  return taken;
}

function isOfFile({ importId, orderNumber, externalOrderId }: Sale): boolean {
  return importId !== null && orderNumber === externalOrderId;
}

function inStock(pair: Pair, now: Instant): Pair {
  const status = pair.goatListingId === null ? 'in-stock' : 'listed';
  return pair.status === 'sold' ? { ...pair, status, soldAt: null, updatedAt: now } : pair;
}

/** The sale of an order with what a file knew of it besides: how the take splits, when it was paid. */
export function withImported(sale: Sale, file: Sale | undefined): Sale {
  if (file === undefined) return sale;
  const { imported: _by, ...details } = file.details ?? { imported: undefined };
  const charges = file.charges === null || sale.payout === null ? null : { ...file.charges, adjustment: null };
  return {
    ...sale,
    charges: charges === null ? sale.charges : chargesOf({ ...sale, charges }),
    paid: sale.paid ?? file.paid,
    details: sale.details ?? ('buyer' in details ? details : null),
  };
}
