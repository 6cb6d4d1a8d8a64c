import type { ArchvdDatabase } from '@/lib/db/database';
import type { Sale } from '@/lib/domain/sales/sale';
import { ownInvoice } from '@/lib/domain/tax/own-invoice';

/** The number the stock book gives the invoice of a sale; empty: its pair has none. */
export type OwnInvoices = (sale: Pick<Sale, 'id' | 'pairId' | 'soldAt'>) => string;

export async function readOwnInvoices(db: ArchvdDatabase, prefix: string): Promise<OwnInvoices> {
  const [numbered, reversed] = await Promise.all([
    db.stockBook.toArray(),
    db.sales.where('status').equals('reversed').toArray(),
  ]);
  const numbers = new Map(numbered.map(({ id, number }) => [id, number]));
  const undone = reversed.filter(({ pairId, reversal }) => reversal !== null && numbers.has(pairId));
  return ({ id, pairId, soldAt }) => {
    const isBefore = (other: Sale): boolean =>
      other.pairId === pairId && (other.soldAt < soldAt || (other.soldAt === soldAt && other.id < id));
    const number = numbers.get(pairId) ?? null;
    return number === null ? '' : ownInvoice(prefix, number, undone.filter(isBefore).length);
  };
}
