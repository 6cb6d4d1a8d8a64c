import type { Money } from '../money/money';
import { chargesOf } from '../sales/charges';
import type { Sale, SaleCharges, SaleDetails, SalePaid } from '../sales/sale';
import { withoutAfterSale } from './after-sale';
import { confirmedBy } from './certain-refund';
import { detailsOfEntry, foldedOf } from './details-of-entry';
import type { SaleEntry, SourceId } from './entry';
import { RANK } from './source-rank';

/** What alias itself or the seller told stands above every file. */
const TOLD = 9;

export type MergeConflict = 'price-differs' | 'currency-differs' | 'other-shoe';

export type SaleMerge =
  | { readonly kind: 'same' }
  /** The file contradicts what alias or the seller told; nothing is changed. */
  | { readonly kind: 'conflict'; readonly reason: MergeConflict }
  /** `filled`: only what was not known was added. */
  | { readonly kind: 'filled' | 'changed'; readonly sale: Sale };

/**
 * What a file's row makes of a sale that is known already, refunds and fees that came after it left out. Never a second
 * sale.
 *
 * @param payoutId the row of the payout it came with, where that is known
 * @example a sale alias told at $145.00, and the same order in a file with its fees: the fees are filled in
 */
export function mergeSale(sale: Sale, entry: SaleEntry, payoutId: string | null): SaleMerge {
  const known = withoutAfterSale(sale);
  const imported = known.importId === null ? undefined : known.details?.imported;
  const rank = imported === undefined || imported.corrected === true ? TOLD : (RANK[imported.source as SourceId] ?? 0);
  if (imported?.source === 'own-sales' && entry.source === 'own-sales' && isOtherSale(known, entry))
    return { kind: 'conflict', reason: 'other-shoe' };
  if (rank === TOLD && known.price.currency !== entry.price.currency)
    return { kind: 'conflict', reason: 'currency-differs' };
  if (rank === TOLD && known.price.minor !== entry.price.minor) return { kind: 'conflict', reason: 'price-differs' };
  const wins = RANK[entry.source] >= rank && !knowsLess(imported, entry);
  const price = wins ? entry.price : known.price;
  const sameMoney = entry.price.currency === price.currency;
  // alias tells its own payout; of any other sale a file may, where nobody said it.
  const payout =
    known.marketplace === 'alias' && rank === TOLD
      ? known.payout
      : better(known.payout, sameMoney ? entry.payout : null, wins);
  const charges = better(known.charges, sameMoney ? entry.charges : null, wins);
  const isReversed = known.status === 'reversed' || (wins && entry.status === 'reversed');
  const merged: Sale = {
    ...known,
    price,
    payout,
    charges: charges === null ? null : closed(charges, price, payout),
    soldAt: wins ? entry.soldAt : known.soldAt,
    status: isReversed ? 'reversed' : wins ? entry.status : known.status,
    reversal: known.reversal ?? (wins ? entry.reversal : null),
    paid: paidOf(known.paid, entry, payoutId),
    details: confirmedBy(known, entry, detailsOf(known.details, entry, wins)),
  };
  return compare(known, merged);
}

/** An older look at the same order: fees that came since are not counted in it. */
function knowsLess(imported: SaleDetails['imported'], { source, folded = [] }: SaleEntry): boolean {
  const counted = imported?.folded ?? [];
  if (imported?.source !== source || counted.length <= folded.length) return false;
  return folded.every((ref) => counted.includes(ref));
}

/** Lists number their rows from 1 on, every month anew: one number with other shoes on another day is another sale. */
function isOtherSale(known: Sale, entry: SaleEntry): boolean {
  const [a, b] = [known.rawSku || known.name, entry.rawSku || (entry.styleCode ?? '') || entry.name];
  const isOtherShoe = plain(a) !== plain(b) || known.sizeValue !== (entry.size?.value ?? 0);
  return isOtherShoe && known.soldAt !== entry.soldAt;
}

const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * What the seller put right of a file's sale, the same file does not put wrong again. What a file confirmed of a sale told by
 * hand were other figures.
 */
export function asCorrected(told: SaleDetails | null): SaleDetails | null {
  if (told === null) return null;
  const { confirmed: _confirmed, ...details } = told;
  if (details.imported === undefined) return details;
  return { ...details, imported: { ...details.imported, corrected: true } };
}

function better<T>(known: T | null, told: T | null, wins: boolean): T | null {
  return wins ? (told ?? known) : (known ?? told);
}

/** Of two reports' figures the adjustment is worked out anew, so that the charges lead from the price to the payout. */
function closed(charges: SaleCharges, price: Money, payout: Money | null): SaleCharges {
  return chargesOf({ price, payout, charges: payout === null ? charges : { ...charges, adjustment: null } });
}

function paidOf(known: SalePaid | null, entry: SaleEntry, payoutId: string | null): SalePaid | null {
  if (known !== null) return known.payoutId === null && payoutId !== null ? { ...known, payoutId } : known;
  return entry.paidAt === null ? null : { at: entry.paidAt, payoutId };
}

function detailsOf(known: SaleDetails | null, entry: SaleEntry, wins: boolean): SaleDetails | null {
  const told = detailsOfEntry(entry, 'auto');
  const text = (a: string, b: string): string => (wins ? b || a : a || b);
  const imported = known?.imported;
  const filled: SaleDetails = {
    buyer: text(known?.buyer ?? '', told.buyer),
    country: better(known?.country ?? null, told.country, wins),
    invoiceNumber: text(known?.invoiceNumber ?? '', told.invoiceNumber),
    marketplaceTax: better(known?.marketplaceTax ?? null, told.marketplaceTax, wins),
    note: text(known?.note ?? '', told.note),
    ...(imported === undefined ? {} : { imported: wins ? toldBy(imported, entry) : imported }),
  };
  const isEmpty = Object.values(filled).every((value) => value === '' || value === null);
  return known === null && isEmpty ? null : filled;
}

/** Its figures are this file's now, with the fees that are counted in them. */
function toldBy({ folded: _before, ...imported }: NonNullable<SaleDetails['imported']>, entry: SaleEntry) {
  return { ...imported, source: entry.source, ...foldedOf(entry) };
}

const FIELDS = ['price', 'payout', 'charges', 'soldAt', 'status', 'reversal', 'paid', 'details'] as const;

function compare(known: Sale, sale: Sale): SaleMerge {
  const differing = FIELDS.filter((field) => !same(known[field], sale[field]));
  if (differing.length === 0) return { kind: 'same' };
  const only = differing.every((field) => known[field] === null || field === 'details' || field === 'paid');
  return { kind: only ? 'filled' : 'changed', sale };
}

/** Equal whatever the order in which their fields were written. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => same(left[key], right[key]));
}
