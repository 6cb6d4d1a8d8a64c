import type { ArchvdDatabase } from '@/lib/db/database';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { instant, type Instant } from '@/lib/domain/time/instant';

export interface CurrenciesInUse {
  /** Of anything in the books, the marketplace's among them. */
  readonly currencies: ReadonlySet<CurrencyCode>;
  /** When the oldest of it was; null: there is nothing yet. */
  readonly since: Instant | null;
}

/** Which currencies the books need rates for, and from when on. */
export async function currenciesInUse(db: ArchvdDatabase, marketCurrency: CurrencyCode): Promise<CurrenciesInUse> {
  const currencies = new Set<CurrencyCode>([marketCurrency]);
  let since = Number.POSITIVE_INFINITY;
  const see = (at: number | null, ...amounts: readonly ({ readonly currency: CurrencyCode } | null)[]) => {
    if (at !== null) since = Math.min(since, at);
    for (const amount of amounts) if (amount !== null) currencies.add(amount.currency);
  };
  await db.inventory.each(({ cost, otherCosts, boughtAt, deletedAt }) => {
    if (deletedAt === null) see(boughtAt, cost, otherCosts);
  });
  await db.sales.each(({ soldAt, price }) => see(soldAt, price));
  await db.expenses.each(({ spentAt, amount, deletedAt }) => {
    if (deletedAt === null) see(spentAt, amount);
  });
  await db.payouts.each(({ paidAt, amount }) => see(paidAt, amount));
  await db.bankAccounts.each((account) => {
    if (account.deletedAt === null) see(null, account);
  });
  return { currencies, since: Number.isFinite(since) ? instant(since) : null };
}
