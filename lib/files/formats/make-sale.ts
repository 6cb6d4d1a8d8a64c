import type { SaleEntry } from '@/lib/domain/imports/entry';
import { splitEvenly } from '@/lib/domain/imports/split-evenly';
import type { Money } from '@/lib/domain/money/money';
import { CHARGE_KINDS, closeCharges } from '@/lib/domain/sales/charges';
import type { SaleCharges } from '@/lib/domain/sales/sale';

const BLANK = {
  brand: '',
  rawSku: '',
  styleCode: null,
  size: null,
  barcode: null,
  payout: null,
  paidAt: null,
  payoutRef: '',
  status: 'completed',
  reversal: null,
  buyer: '',
  country: null,
  invoiceNumber: '',
  marketplaceTax: null,
  note: '',
  cost: null,
  boughtAt: null,
} as const;

type Needed = 'line' | 'source' | 'platform' | 'key' | 'orderNumber' | 'name' | 'soldAt' | 'price';
export type SaleDraft = Pick<SaleEntry, Needed> &
  Partial<Omit<SaleEntry, Needed | 'charges'>> & {
    /** What the report splits the take into; the rest up to the payout becomes an adjustment. */
    readonly told?: Partial<SaleCharges>;
  };

/** A sale of what a row tells; what it does not tell stays empty. */
export function makeSale({ told, ...draft }: SaleDraft): SaleEntry {
  const entry = { ...BLANK, ...draft, key: shortKey(draft.key) };
  const hasCharges = told !== undefined && Object.values(told).some((part) => part !== null);
  const charges = hasCharges || entry.payout !== null ? closeCharges(told ?? {}, entry.price, entry.payout) : null;
  return { ...entry, charges };
}

/**
 * One row that sold several pairs is as many sales, whose amounts add up to the row's. The first keeps the key, so that the
 * same order is recognised whatever its quantity.
 */
export function salesOf(entry: SaleEntry, quantity: number): readonly SaleEntry[] {
  if (quantity === 1) return [entry];
  const parts = (amount: Money | null) => (amount === null ? null : splitEvenly(amount, quantity));
  const [prices, payouts, taxes] = [parts(entry.price), parts(entry.payout), parts(entry.marketplaceTax)];
  const charges = CHARGE_KINDS.map((kind) => [kind, parts(entry.charges?.[kind] ?? null)] as const);
  return Array.from({ length: quantity }, (_, nth) => {
    const price = prices?.[nth] ?? entry.price;
    const payout = payouts?.[nth] ?? null;
    const own = Object.fromEntries(charges.map(([kind, split]) => [kind, split?.[nth] ?? null]));
    return {
      ...entry,
      key: nth === 0 ? entry.key : `${entry.key}#${nth + 1}`,
      price,
      payout,
      marketplaceTax: taxes?.[nth] ?? null,
      charges: entry.charges === null ? null : closeCharges({ ...own, adjustment: null }, price, payout),
    };
  });
}

/** Names rows that have no number of their own: by what they say, counted where several say the same. */
export class ContentKeys {
  readonly #seen = new Map<string, number>();

  of(parts: readonly (string | number | null)[]): string {
    const said = parts.map((part) => part ?? '').join('|');
    const count = (this.#seen.get(said) ?? 0) + 1;
    this.#seen.set(said, count);
    return `${said}~${count}`;
  }
}

/** A key is at most so long; longer content is cut, with its own checksum behind it. */
export function shortKey(key: string): string {
  if (key.length <= 180) return key;
  let sum = 0;
  for (let nth = 0; nth < key.length; nth += 1) sum = (Math.imul(sum, 31) + key.charCodeAt(nth)) >>> 0;
  return `${key.slice(0, 160)}…${sum.toString(36)}`;
}
