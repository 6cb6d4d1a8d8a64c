import type { ExpenseRow } from '@/lib/db/money-rows';
import type { Product } from '@/lib/domain/catalog/product';
import type { Pair } from '@/lib/domain/inventory/pair';
import { money } from '@/lib/domain/money/money';
import type { Sale } from '@/lib/domain/sales/sale';
import { DAY_MS, instant } from '@/lib/domain/time/instant';
import type { Period } from '@/lib/domain/time/period';
import { makePair, makeProduct, makeSale } from '@/tests/fixtures/builders';

export const YEAR: Period = { from: instant(Date.UTC(2026, 0, 1)), to: instant(Date.UTC(2027, 0, 1)) };

const STYLES = 400;
const BRANDS = ['Nike', 'adidas', 'New Balance', 'Jordan', 'Asics'];
const DAYS = 365;

export interface Year {
  readonly products: readonly Product[];
  readonly inventory: readonly Pair[];
  readonly sales: readonly Sale[];
  readonly expenses: readonly ExpenseRow[];
}

/**
 * A year of a large shop, the same each time: most sold on alias with a payout, some still without one, a tenth elsewhere
 * in pounds with a statement that splits the fees; each pair a lot of its own, one in twenty without a cost.
 */
export function makeYear(count: number): Year {
  const products = Array.from({ length: STYLES }, (_, nth) =>
    makeProduct({
      id: `product-${nth}`,
      catalogId: `style-${nth}`,
      styleCode: styleOf(nth) as never,
      name: `Model ${nth}`,
    }),
  );
  const inventory: Pair[] = [];
  const sales: Sale[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    // A step that meets every style and day, and not in the order of the keys.
    const style = (nth * 7919) % STYLES;
    const soldAt = instant(YEAR.from + ((nth * 104_729) % (DAYS * 1440)) * 60_000);
    inventory.push(
      makePair({
        id: `pair-${nth}`,
        status: 'sold',
        catalogId: `style-${style}`,
        styleCode: styleOf(style) as never,
        brand: BRANDS[style % BRANDS.length] ?? '',
        cost: nth % 20 === 0 ? null : money(5000 + (nth % 9000), 'USD'),
        otherCosts: nth % 4 === 0 ? money(500, 'USD') : null,
        boughtAt: instant(soldAt - (1 + (nth % 90)) * DAY_MS),
        tags: nth % 3 === 0 ? ['drop'] : [],
      }),
    );
    sales.push(makeSale({ ...sold(nth), ...named(style), id: `sale-${nth}`, pairId: `pair-${nth}`, soldAt }));
  }
  return { products, inventory, sales, expenses: makeExpenses(count) };
}

function named(style: number): Partial<Sale> {
  const brand = BRANDS[style % BRANDS.length] ?? '';
  return { catalogId: `style-${style}`, rawSku: styleOf(style), name: `Model ${style}`, brand, sizeValue: 10 };
}

function sold(nth: number): Partial<Sale> {
  const price = 9000 + (nth % 20_000);
  if (nth % 10 === 9) {
    const [commission, processing] = [money(Math.round(price * 0.1), 'GBP'), money(Math.round(price * 0.03), 'GBP')];
    const rest = { sellerFee: null, shipping: null, advertising: null, penalty: null, feeTax: null, adjustment: null };
    return {
      marketplace: 'stockx',
      price: money(price, 'GBP'),
      payout: money(price - commission.minor - processing.minor, 'GBP'),
      charges: { commission, processing, ...rest },
      fx: { base: 'USD', quote: 'GBP', rateE8: 79_000_000 + (nth % 1000), asOf: YEAR.from, source: 'you' },
    };
  }
  if (nth % 25 === 0) return { price: money(price, 'USD'), payout: null, status: 'pending' };
  return { price: money(price, 'USD'), payout: money(Math.round(price * 0.905) - 500, 'USD') };
}

function makeExpenses(count: number): readonly ExpenseRow[] {
  return Array.from({ length: 500 }, (_, nth) => ({
    id: `expense-${nth}`,
    createdAt: YEAR.from,
    updatedAt: YEAR.from,
    deletedAt: null,
    category: 'postage' as const,
    amount: money(1200 + nth, 'USD'),
    tax: null,
    spentAt: instant(YEAR.from + (nth % DAYS) * DAY_MS),
    supplier: 'Post',
    note: '',
    pairIds: nth % 2 === 0 ? [`pair-${(nth * 31) % count}`, `pair-${(nth * 37 + 1) % count}`] : [],
    split: 'value' as const,
    mileage: null,
    recurringId: null,
    importId: null,
    fx: null,
  }));
}

function styleOf(nth: number): string {
  return `DD${String(1000 + nth)}-100`;
}
