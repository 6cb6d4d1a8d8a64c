import type { ArchvdDatabase } from '@/lib/db/database';
import { orderOf, readAfterSale, salesOfOrders, toldIn } from '@/lib/db/repositories/after-sale';
import { groupBy } from '@/lib/domain/grouping/group-by';
import { asRefundable, withAfterSale, withoutAfterSale, type Refundable } from '@/lib/domain/imports/after-sale';
import { afterSaleProblem } from '@/lib/domain/imports/after-sale-problem';
import { isToldByHand } from '@/lib/domain/imports/certain-refund';
import type { AfterSaleEntry, Entry, SaleEntry } from '@/lib/domain/imports/entry';
import { mergeSale } from '@/lib/domain/imports/merge-sale';
import type { Sale } from '@/lib/domain/sales/sale';
import type { PreviewOptions } from './free-stock';
import type { PreviewReason } from './import-preview';

/** What a refund or a later fee would do. */
export interface AfterSaleTold {
  readonly outcome: 'changed' | 'same' | 'waiting' | 'conflict';
  readonly reason: PreviewReason | null;
}

export interface AfterSalePreview {
  of(entry: AfterSaleEntry): AfterSaleTold;
  /** Whether a sale of the file would be reversed by what came after it: it needs no pair. */
  reverses(entry: SaleEntry): boolean;
}

const PIECE = 200;

/**
 * Works out the orders of a file with all that comes after their sales, in the file and in the books, as importing it
 * would. Reads only.
 */
export async function previewAfterSale(
  db: ArchvdDatabase,
  entries: readonly Entry[],
  { breathe, signal }: PreviewOptions,
): Promise<AfterSalePreview> {
  const inFile = groupBy(
    entries.flatMap((each) => (each.kind === 'after-sale' ? [each.entry] : [])),
    orderOf,
  );
  const sales = groupBy(
    entries.flatMap((each) => (each.kind === 'sale' ? [each.entry] : [])),
    orderOfSale,
  );
  const known = await readAfterSale(db, new Set([...inFile.keys(), ...sales.keys()]));
  const named = [
    ...[...inFile.values()].map(([first]) => first),
    ...[...known.values()].flatMap(([first]) => (first === undefined ? [] : toldIn(first))),
  ];
  const orders = [...new Map(named.map((each) => [orderOf(each), each])).values()];
  const looks = new Map<string, Look>();
  for (let at = 0; at < orders.length; at += PIECE) {
    signal.throwIfAborted();
    const piece = orders.slice(at, at + PIECE);
    for (const [order, books] of await salesOfOrders(db, piece)) {
      const told = (known.get(order) ?? []).map(toldIn);
      looks.set(
        order,
        lookAt(
          books.map((sale) => asMerged(sale, sales.get(order) ?? [])),
          sales.get(order) ?? [],
          told,
          inFile.get(order) ?? [],
        ),
      );
    }
    await breathe();
  }
  return {
    of: (entry) => looks.get(orderOf(entry))?.of(entry) ?? { outcome: 'waiting', reason: 'after-sale-waits' },
    reverses: (entry) => looks.get(orderOfSale(entry))?.reversed.has(entry.key) === true,
  };
}

/** A sale told by hand as the file's own rows of it leave it: what they confirm tells whether a refund counts. */
function asMerged(sale: Sale, rows: readonly SaleEntry[]): Sale {
  return rows.reduce((known, row) => {
    const merged = isToldByHand(known) ? mergeSale(known, row, known.paid?.payoutId ?? null) : null;
    return merged?.kind === 'filled' || merged?.kind === 'changed' ? merged.sale : known;
  }, withoutAfterSale(sale));
}

interface Look {
  readonly reversed: ReadonlySet<string>;
  of(entry: AfterSaleEntry): AfterSaleTold;
}

function lookAt(
  books: readonly Refundable[],
  inFile: readonly SaleEntry[],
  known: readonly AfterSaleEntry[],
  coming: readonly AfterSaleEntry[],
): Look {
  const inBooks = new Set(books.map(({ externalOrderId }) => externalOrderId));
  const isTold = books.some(({ importId }) => importId === null);
  const fresh = isTold ? [] : inFile.filter(({ key }) => !inBooks.has(key)).map(asRefundable);
  const figured = withAfterSale([...books, ...fresh], [...known, ...coming]);
  const reversed = new Set(
    figured.filter(({ status }) => status === 'reversed').map(({ externalOrderId }) => externalOrderId),
  );
  const refs = new Set(known.map(({ ref }) => ref));
  return {
    reversed,
    of(entry) {
      const problem = afterSaleProblem(figured, entry);
      if (problem !== null)
        return { outcome: problem === 'after-sale-waits' ? 'waiting' : 'conflict', reason: problem };
      if (refs.has(entry.ref) && fresh.length === 0) return { outcome: 'same', reason: null };
      if (entry.what === 'fee') return { outcome: 'changed', reason: 'later-fee' };
      if (reversed.size === figured.length) return { outcome: 'changed', reason: 'refund-whole' };
      return { outcome: 'changed', reason: figured.every(isToldByHand) ? 'refund-confirmed' : 'refund-part' };
    },
  };
}

const orderOfSale = ({ platform, orderNumber }: SaleEntry): string => orderOf({ platform, order: orderNumber });
