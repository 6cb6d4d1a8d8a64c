import type { Pair, TaxTreatment } from '../inventory/pair';
import { money, type Money } from '../money/money';
import type { CalendarDate } from '../time/instant';
import { localDate } from '../time/local-date';
import type { OffsetAt } from '../time/period';
import { writtenOffAt, type SaleEvent, type SettledBooks, type StockPair } from './settle-books';
import { ownInvoice } from './own-invoice';
import { taxOnSale } from './tax-on-sale';
import type { TaxProfile } from './tax-profile';

/** What a line of the stock book lacks to be complete. */
export type StockBookGap = 'number' | 'seller' | 'cost' | 'purchase-day' | 'buyer' | 'invoice';

/** A piece in the stock book of the margin scheme, with all a tax office asks for on either side. */
export interface StockBookLine {
  readonly pair: Pair;
  readonly treatment: TaxTreatment;
  /** Given once, in sequence, and kept; null: not given yet. */
  readonly number: number | null;
  readonly bought: {
    readonly day: CalendarDate | null;
    readonly invoice: string;
    readonly price: Money | null;
    readonly seller: string;
    readonly description: string;
  };
  /** null: in the stock. */
  readonly sold: {
    readonly saleId: string | null;
    readonly day: CalendarDate;
    readonly invoice: string;
    /** null: disposed of without a sale. */
    readonly price: Money | null;
    readonly buyer: string;
    /** Below zero: a loss. null under global accounting, and where the purchase price is not known. */
    readonly margin: Money | null;
    readonly tax: Money | null;
  } | null;
  readonly gaps: readonly StockBookGap[];
}

/**
 * The stock book: every piece that is bought to be sold under a margin scheme, and every piece that was ever given a
 * number. By number; those without one come last, by the day they were bought.
 *
 * @example stock number 12, bought on 3 January for £60.00, sold on 9 March for £120.00: margin £60.00, VAT £10.00
 */
export function stockBook(
  books: SettledBooks,
  pairs: readonly Pair[],
  numbers: ReadonlyMap<string, number>,
  profile: TaxProfile,
  offsetAt: OffsetAt,
): readonly StockBookLine[] {
  const pieces = new Map(books.stock.map((piece) => [piece.pair.id, piece]));
  const standing = standingSales(books.events);
  const undone = books.events.filter(({ kind }) => kind === 'reversal');
  return pairs
    .flatMap((pair): StockBookLine[] => {
      const piece = pieces.get(pair.id) ?? null;
      const number = numbers.get(pair.id) ?? null;
      const event = standing.get(pair.id) ?? null;
      const treatment = piece?.treatment ?? event?.treatment ?? null;
      const isMargin = treatment === 'margin' || treatment === 'global';
      if (treatment === null || (!isMargin && number === null)) return [];
      const isBefore = ({ sale }: SaleEvent): boolean =>
        event !== null && sale.pairId === pair.id && bySale(sale, event.sale) < 0;
      const before = number === null ? 0 : undone.filter(isBefore).length;
      return [lineOf({ pair, piece, number, event, treatment, before }, profile, offsetAt)];
    })
    .toSorted(byNumber);
}

/** Pairs that ought to have a number and have none, in the order in which they get one. */
export function pairsToNumber(lines: readonly StockBookLine[]): readonly string[] {
  return lines.filter(({ number }) => number === null).map(({ pair }) => pair.id);
}

interface Known {
  readonly pair: Pair;
  readonly piece: StockPair | null;
  readonly number: number | null;
  readonly event: SaleEvent | null;
  readonly treatment: TaxTreatment;
  /** Sales of it that were given back before the one that stands. */
  readonly before: number;
}

function bySale(a: SaleEvent['sale'], b: SaleEvent['sale']): number {
  return a.soldAt - b.soldAt || (a.id < b.id ? -1 : 1);
}

function lineOf(known: Known, profile: TaxProfile, offsetAt: OffsetAt): StockBookLine {
  const { pair, piece, number, treatment } = known;
  const bought = {
    day: pair.boughtAt === null ? null : localDate(pair.boughtAt, offsetAt),
    invoice: pair.tax?.purchaseInvoice ?? '',
    price: piece?.cost ?? null,
    seller: pair.supplier ?? '',
    description: [pair.name, pair.styleCode ?? '', `${pair.size.system} ${pair.size.value}`]
      .filter((part) => part !== '')
      .join(', '),
  };
  const sold = soldOf(known, profile, offsetAt);
  const gaps: readonly (StockBookGap | null)[] = [
    number === null ? 'number' : null,
    bought.seller === '' ? 'seller' : null,
    bought.price === null ? 'cost' : null,
    bought.day === null ? 'purchase-day' : null,
    sold !== null && sold.price !== null && sold.buyer === '' ? 'buyer' : null,
    sold !== null && sold.price !== null && sold.invoice === '' ? 'invoice' : null,
  ];
  return { pair, treatment, number, bought, sold, gaps: gaps.filter((gap) => gap !== null) };
}

function soldOf(
  { pair, event, number, before }: Known,
  profile: TaxProfile,
  offsetAt: OffsetAt,
): StockBookLine['sold'] {
  if (event === null) {
    if (pair.status !== 'written-off') return null;
    const day = localDate(writtenOffAt(pair), offsetAt);
    return { saleId: null, day, invoice: '', price: null, buyer: '', margin: null, tax: null };
  }
  const { sale, day, price, cost } = event;
  const tax = taxOnSale(event, profile);
  const own = ownInvoice(profile.invoicePrefix, number, before);
  const isPooled = tax.kind === 'pooled';
  return {
    saleId: sale.id,
    day,
    invoice: sale.details?.invoiceNumber || own,
    price,
    buyer: sale.details?.buyer ?? '',
    margin: isPooled || cost === null ? null : money(price.minor - cost.minor, price.currency),
    tax: tax.kind === 'tax' ? tax.tax : null,
  };
}

/** The sale of each pair that was not taken back. */
function standingSales(events: readonly SaleEvent[]): ReadonlyMap<string, SaleEvent> {
  const undone = new Set(events.filter(({ kind }) => kind === 'reversal').map(({ sale }) => sale.id));
  return new Map(
    events.flatMap((event) =>
      event.kind === 'sale' && !undone.has(event.sale.id) ? [[event.sale.pairId, event] as const] : [],
    ),
  );
}

function byNumber(a: StockBookLine, b: StockBookLine): number {
  const [of, than] = [a.number ?? Number.MAX_SAFE_INTEGER, b.number ?? Number.MAX_SAFE_INTEGER];
  if (of !== than) return of - than;
  const [x, y] = [a.pair.boughtAt ?? a.pair.createdAt, b.pair.boughtAt ?? b.pair.createdAt];
  return x - y || (a.pair.id < b.pair.id ? -1 : 1);
}
