import { add, sum } from '../money/arithmetic';
import { money, type Money } from '../money/money';
import { CHARGE_KINDS } from '../sales/charges';
import type { SaleCharges } from '../sales/sale';
import { instant, type Instant } from '../time/instant';
import type { Refundable } from './after-sale';
import type { AfterSaleEntry } from './entry';
import { RANK } from './source-rank';
import { splitByWeight } from './split-evenly';

/** What came after one sale, altogether. */
export interface AfterShare {
  /** Given back to the buyer: zero or below. */
  readonly gross: Money;
  /** What that did to what arrived. */
  readonly net: Money;
  readonly at: Instant;
  readonly charges: Partial<SaleCharges>;
}

/**
 * What each sale of an order has of its refunds and fees, to the cent: a row that names an article is of its sales, any
 * other is shared among all, refunds by what is left of the prices and fees by the prices.
 *
 * @returns by the place of the sale; null: nothing came after it
 */
export function shareAfterSale(
  sales: readonly Refundable[],
  after: readonly AfterSaleEntry[],
): readonly (AfterShare | null)[] {
  const shares: (AfterShare | null)[] = sales.map(() => null);
  const order = sales.map((_, nth) => nth).toSorted((a, b) => compare(keyAt(sales, a), keyAt(sales, b)));
  for (const group of groupsOf(countedOnce(sales, after))) {
    const [first] = group;
    if (first === undefined) continue;
    const at = targetsOf(sales, order, first);
    if (at.length === 0) continue;
    const left = (nth: number): number => {
      const price = sales[nth]?.price.minor ?? 0;
      return Math.max(0, first.what === 'fee' ? price : price + (shares[nth]?.gross.minor ?? 0));
    };
    const parts = partsOf(group, at.map(left));
    for (const [place, nth] of at.entries()) {
      const part = parts[place];
      if (part !== undefined) shares[nth] = together(shares[nth] ?? null, part);
    }
  }
  return shares;
}

const keyAt = (sales: readonly Refundable[], nth: number): string => sales[nth]?.externalOrderId ?? '';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * A row several files told is one; a report told twice tells the more of the two. Of reports that tell refunds, the one that
 * knows most; fees that the report counted into the sale are in it.
 */
function countedOnce(sales: readonly Refundable[], after: readonly AfterSaleEntry[]): readonly AfterSaleEntry[] {
  const folded = new Set(sales.flatMap(({ details }) => details?.imported?.folded ?? []));
  const most = Math.max(...after.map(({ source, what }) => (what === 'refund' ? RANK[source] : 0)));
  const byRef = new Map<string, AfterSaleEntry>();
  for (const row of after) {
    const known = byRef.get(row.ref);
    if (row.what === 'refund' ? RANK[row.source] < most : folded.has(row.ref)) continue;
    if (known === undefined || Math.abs(row.net.minor) > Math.abs(known.net.minor)) byRef.set(row.ref, row);
  }
  return [...byRef.values()];
}

/** Refunds of single articles first, then those of the whole order, then fees. */
function groupsOf(after: readonly AfterSaleEntry[]): readonly (readonly AfterSaleEntry[])[] {
  const groups = new Map<string, AfterSaleEntry[]>();
  for (const row of after) {
    const name = `${row.what === 'fee' ? 2 : row.item === '' ? 1 : 0}|${row.item}|${row.gross.currency}`;
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  return [...groups].toSorted(([a], [b]) => compare(a, b)).map(([, rows]) => rows);
}

function targetsOf(
  sales: readonly Refundable[],
  order: readonly number[],
  { order: number, item, gross, what, source }: AfterSaleEntry,
): readonly number[] {
  const own = order.filter((nth) => {
    const sale = sales[nth];
    // A fee is one more beside those its own report told; another report tells its own sum of them.
    const isTheirs = what === 'refund' || sale?.details?.imported?.source === source;
    return sale?.price.currency === gross.currency && isTheirs;
  });
  const named = `${number}/${item}`;
  const ofItem = own.filter((nth) => {
    const key = keyAt(sales, nth);
    return key.startsWith(named) && /^(?:[#~]|$)/.test(key.slice(named.length));
  });
  return item !== '' && ofItem.length > 0 ? ofItem : own;
}

function partsOf(group: readonly AfterSaleEntry[], weights: readonly number[]): readonly AfterShare[] {
  const currency = group[0]?.gross.currency ?? 'USD';
  const split = (amounts: readonly Money[]) => splitByWeight(sum(amounts, currency), weights);
  const gross = split(group.map((row) => row.gross));
  const net = split(group.map((row) => row.net));
  const at = instant(Math.max(...group.map((row) => row.at)));
  const charges = CHARGE_KINDS.flatMap((kind) => {
    const parts = group.flatMap((row) => row.charges[kind] ?? []).filter((part) => part.currency === currency);
    return parts.length === 0 ? [] : [[kind, split(parts)] as const];
  });
  const none = money(0, currency);
  return weights.map((_, nth) => ({
    gross: gross[nth] ?? none,
    net: net[nth] ?? none,
    at,
    charges: Object.fromEntries(charges.map(([kind, parts]) => [kind, parts[nth] ?? none])),
  }));
}

function together(a: AfterShare | null, b: AfterShare): AfterShare {
  if (a === null) return b;
  const charges = CHARGE_KINDS.flatMap((kind) => {
    const [left, right] = [a.charges[kind], b.charges[kind]];
    const both = left == null ? right : right == null ? left : add(left, right);
    return both == null ? [] : [[kind, both] as const];
  });
  const at = instant(Math.max(a.at, b.at));
  return { gross: add(a.gross, b.gross), net: add(a.net, b.net), at, charges: Object.fromEntries(charges) };
}
