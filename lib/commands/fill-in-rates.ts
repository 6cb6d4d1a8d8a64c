import { appendActivity } from '@/lib/db/repositories/activity';
import { fxRatesByDay } from '@/lib/db/repositories/fx';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { FxRate } from '@/lib/domain/money/fx';
import type { Instant } from '@/lib/domain/time/instant';
import { bankChanges } from './bank-changes';
import type { CommandDeps } from './command-deps';
import { keepUndo } from './keep-undo';

export interface FilledRates {
  readonly sales: number;
  readonly expenses: number;
  /** Rows for which no rate is known at all. */
  readonly left: number;
  readonly undoId: string | null;
}

/**
 * Gives sales and expenses without a stored rate the one of their day: the newest from that moment or before, of a weekend
 * Friday's. What has a rate keeps it.
 *
 * @example a sale of Sunday 22 November and rates of Friday the 20th and Monday the 23rd: Friday's
 */
export async function fillInRates(deps: CommandDeps, displayCurrency: CurrencyCode): Promise<FilledRates> {
  const { db } = deps;
  return db.transaction('rw', [db.sales, db.expenses, db.fxRates, db.activity, db.undos], async () => {
    const changes = bankChanges(deps);
    const rateFor = rateBook(deps, displayCurrency);
    const counts = { sales: 0, expenses: 0, left: 0 };
    const sales = await db.sales.filter(({ fx, price }) => fx === null && price.currency !== displayCurrency).toArray();
    for (const sale of sales) {
      const fx = await rateFor(sale.price.currency, sale.soldAt);
      if (fx !== null) await changes.put('sales', sale, { ...sale, fx });
      counts[fx === null ? 'left' : 'sales'] += 1;
    }
    const lacking = await db.expenses
      .filter(({ fx, amount, deletedAt }) => fx === null && deletedAt === null && amount.currency !== displayCurrency)
      .toArray();
    for (const expense of lacking) {
      const fx = await rateFor(expense.amount.currency, expense.spentAt);
      if (fx !== null) await changes.put('expenses', expense, { ...expense, fx });
      counts[fx === null ? 'left' : 'expenses'] += 1;
    }
    const undoId = await keepUndo(deps, 'fx/fill-in', changes.list());
    if (undoId !== null)
      await appendActivity(db, {
        id: deps.newId(),
        at: deps.now(),
        kind: 'fx/fill-in',
        by: 'user',
        entity: null,
        summary: 'Missing rates filled in',
        facts: counts,
      });
    return { ...counts, undoId };
  });
}

/** Rates into the seller's currency, read once for each currency. */
function rateBook({ db }: CommandDeps, quote: CurrencyCode) {
  const books = new Map<CurrencyCode, (at: Instant) => FxRate | null>();
  return async (base: CurrencyCode, at: Instant): Promise<FxRate | null> => {
    const known = books.get(base);
    if (known !== undefined) return known(at);
    const [there, back] = [await fxRatesByDay(db, base, quote), await fxRatesByDay(db, quote, base)];
    const book = (moment: Instant) => there(moment) ?? back(moment);
    books.set(base, book);
    return book(at);
  };
}
