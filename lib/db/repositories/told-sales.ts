import type { SaleEntry } from '@/lib/domain/imports/entry';
import { styleCodeKey } from '@/lib/domain/catalog/style-code';
import type { Sale, SalePlatform } from '@/lib/domain/sales/sale';
import { DAY_MS } from '@/lib/domain/time/instant';
import type { ArchvdDatabase } from '../database';

/** Sales that alias told by itself, or the seller by hand, and that rows of a file may be about. */
export interface ToldSales {
  /** The one with this order number. */
  byNumber(entry: SaleEntry): Sale | undefined;
  /** Whether one without a number is the same shoes for the same price at the same time. */
  looksLike(entry: SaleEntry): boolean;
}

/** alias's files tell the day an order was bought, its API the moment it was sold: they may be weeks apart. */
const AROUND = 31 * DAY_MS;
const SAME_TIME = 1.5 * DAY_MS;

/** Reads those that rows of a piece could be about. In the transaction that writes the piece, over `sales`. */
export async function readToldSales(db: ArchvdDatabase, entries: readonly SaleEntry[]): Promise<ToldSales> {
  const sales: Sale[] = [];
  for (const platform of new Set(entries.map((entry) => entry.platform))) {
    const own = entries.filter((entry) => entry.platform === platform);
    const found = platform === 'alias' ? await ofAlias(db, own) : await handToldSales(db, platform);
    sales.push(...found.filter(({ importId }) => importId === null));
  }
  const numbered = new Map(
    sales
      .filter(({ orderNumber }) => orderNumber !== '')
      .map((sale) => [`${sale.marketplace}|${sale.orderNumber}`, sale]),
  );
  return {
    byNumber: ({ platform, orderNumber }) =>
      orderNumber === '' ? undefined : numbered.get(`${platform}|${orderNumber}`),
    looksLike: (entry) => sales.some((sale) => isHandTold(sale) && isAlike(sale, entry)),
  };
}

async function ofAlias(db: ArchvdDatabase, entries: readonly SaleEntry[]): Promise<readonly Sale[]> {
  const times = entries.map(({ soldAt }) => soldAt);
  const [from, to] = [Math.min(...times) - AROUND, Math.max(...times) + AROUND];
  const around = await db.sales.where('soldAt').between(from, to, true, true).toArray();
  return around.filter(({ marketplace }) => marketplace === 'alias');
}

/** A sale told by hand is named by its own id, and ids of ours begin with their time: `01…` until the year 2527. */
export async function handToldSales(db: ArchvdDatabase, platform: SalePlatform): Promise<readonly Sale[]> {
  const named = await db.sales
    .where('[marketplace+externalOrderId]')
    .between([platform, '01'], [platform, '02'])
    .toArray();
  return named.filter(isHandTold);
}

function isHandTold({ id, externalOrderId }: Sale): boolean {
  return id === externalOrderId;
}

function isAlike(sale: Sale, entry: SaleEntry): boolean {
  const sameTime = Math.abs(sale.soldAt - entry.soldAt) <= SAME_TIME;
  const samePrice = sale.price.minor === entry.price.minor && sale.price.currency === entry.price.currency;
  const sameShoe = entry.styleCode !== null && styleCodeKey(sale.rawSku) === styleCodeKey(entry.styleCode);
  return (
    sale.marketplace === entry.platform &&
    sameTime &&
    samePrice &&
    sameShoe &&
    sale.sizeValue === (entry.size?.value ?? 0)
  );
}
