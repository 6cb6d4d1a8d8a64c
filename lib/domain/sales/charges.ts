import { subtract, sum } from '../money/arithmetic';
import { money, type Money } from '../money/money';
import type { Sale, SaleCharges } from './sale';

/** Every kind of charge, in the order in which they are told; the adjustment is last. */
export const CHARGE_KINDS = [
  'commission',
  'sellerFee',
  'processing',
  'shipping',
  'advertising',
  'penalty',
  'feeTax',
  'adjustment',
] as const satisfies readonly (keyof SaleCharges)[];

export type ChargeKind = (typeof CHARGE_KINDS)[number];

type Charged = Pick<Sale, 'price' | 'payout' | 'charges'>;

/** Charges of which nothing has been told. */
export const NO_CHARGES: SaleCharges = {
  commission: null,
  sellerFee: null,
  processing: null,
  shipping: null,
  advertising: null,
  penalty: null,
  feeTax: null,
  adjustment: null,
};

/**
 * What was taken of a sale, complete: the parts its statement names, and as `adjustment` whatever they do not explain of
 * `price - payout`. A part in another currency than the price is none. Without a payout the parts stand as they are and
 * nothing is adjusted, since what arrives is not known.
 *
 * @example price 69.00, payout 58.93, processing 2.07 and nothing else told: processing 2.07, adjustment 8.00
 */
export function chargesOf(sale: Charged): SaleCharges {
  const told = sale.charges ?? NO_CHARGES;
  const own = Object.fromEntries(CHARGE_KINDS.map((kind) => [kind, inCurrencyOf(sale.price, told[kind])]));
  const charges = { ...NO_CHARGES, ...own } as SaleCharges;
  if (sale.payout === null || sale.payout.currency !== sale.price.currency) return charges;
  const rest = subtract(subtract(sale.price, sale.payout), total({ ...charges, adjustment: null }, sale.price));
  return { ...charges, adjustment: rest.minor === 0 && charges.adjustment === null ? null : rest };
}

/**
 * Whether the charges as they are kept explain the whole way from price to payout. Without a payout, or without charges,
 * there is nothing to explain.
 */
export function chargesAddUp({ price, payout, charges }: Charged): boolean {
  if (payout === null || charges === null) return true;
  const parts = CHARGE_KINDS.flatMap((kind) => charges[kind] ?? []);
  if ([payout, ...parts].some(({ currency }) => currency !== price.currency)) return false;
  return sum(parts, price.currency).minor === price.minor - payout.minor;
}

/**
 * Charges with what a statement tells, those not told left out, and the residual booked as an adjustment so that the
 * payout, which is what arrived, is never contradicted.
 *
 * @example `closeCharges({ processing: 2.07 }, 69.00, 58.93)` is processing 2.07 and adjustment 8.00
 */
export function closeCharges(told: Partial<SaleCharges>, price: Money, payout: Money | null): SaleCharges {
  return chargesOf({ price, payout, charges: { ...NO_CHARGES, ...told } });
}

/**
 * What reversing a sale cost: as the reversal says or, where it names nothing, what the statement calls a penalty, which
 * was kept. Null: nothing, or not known.
 */
export function penaltyOf({ reversal, charges }: Pick<Sale, 'reversal' | 'charges'>): Money | null {
  return reversal?.penalty ?? charges?.penalty ?? null;
}

function inCurrencyOf(price: Money, part: Money | null): Money | null {
  return part === null || part.currency !== price.currency ? null : part;
}

function total(charges: SaleCharges, price: Money): Money {
  const parts = CHARGE_KINDS.flatMap((kind) => charges[kind] ?? []);
  return parts.length === 0 ? money(0, price.currency) : sum(parts, price.currency);
}
