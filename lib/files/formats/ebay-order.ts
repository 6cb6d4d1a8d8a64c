import type { SaleEntry, SourceId } from '@/lib/domain/imports/entry';
import { splitByWeight } from '@/lib/domain/imports/split-evenly';
import { add, subtract, sum } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { money, type Money } from '@/lib/domain/money/money';
import { CHARGE_KINDS } from '@/lib/domain/sales/charges';
import type { SaleCharges } from '@/lib/domain/sales/sale';
import type { Instant } from '@/lib/domain/time/instant';
import { sizeInTitle, sizeOf, styleCodeOf } from './cells';
import { makeSale, salesOf } from './make-sale';

export type Charges = Partial<Record<keyof SaleCharges, Money>>;

/** One article of an order, or the row with the order's sums. */
export interface OrderLine {
  readonly line: number;
  readonly itemId: string;
  readonly title: string;
  readonly sku: string;
  readonly variation: string;
  readonly quantity: number;
  readonly price: Money | null;
  /** What arrived; null: the row does not say. */
  readonly net: Money | null;
  /** Positive takes. */
  readonly charges: Charges;
}

/** All that a report tells of one order. */
export interface OrderOfReport {
  readonly number: string;
  readonly currency: CurrencyCode;
  readonly soldAt: Instant;
  readonly lines: OrderLine[];
  /** Sums of an order of several articles; the articles have rows of their own. */
  rollUp: OrderLine | null;
  /** Fees and labels told in rows of their own. */
  readonly extra: Charges;
  /** Their names, so that none is counted a second time when another file tells it. */
  readonly folded: string[];
  readonly buyer: string;
  readonly country: string | null;
  readonly paidAt: Instant | null;
  readonly payoutRef: string;
  readonly tax: Money | null;
  readonly note: string;
}

type Told = 'number' | 'currency' | 'soldAt' | 'buyer' | 'country' | 'tax';

/** An order as its first row tells it; its lines and fees are added as they come. */
export function newOrder(
  told: Pick<OrderOfReport, Told> & Partial<Pick<OrderOfReport, 'paidAt' | 'payoutRef'>>,
): OrderOfReport {
  return { lines: [], rollUp: null, extra: {}, folded: [], paidAt: null, payoutRef: '', note: '', ...told };
}

/**
 * The sales of an order, one for each article. The order's net is shared among them by their prices when the articles do not
 * tell their own; so are fees in rows of their own. Refunds are told apart: they may come in another file.
 */
export function* salesOfOrder(order: OrderOfReport, source: SourceId): Generator<SaleEntry> {
  const lines = order.lines.length > 0 ? order.lines : order.rollUp === null ? [] : [order.rollUp];
  const priced = pricesOf(order, lines);
  const weights = priced.map(({ minor }) => Math.max(0, minor));
  const share = (amount: Money | null) => (amount === null ? null : splitByWeight(amount, weights));
  const own = lines.every(({ net }) => net !== null) && order.rollUp === null;
  const nets = own ? lines.map(({ net }) => net) : share(order.rollUp?.net ?? null);
  const summed = order.rollUp !== null && lines[0] !== order.rollUp ? shareCharges(order.rollUp.charges, share) : null;
  const extra = shareCharges(order.extra, share);
  const tax = share(order.tax);
  const keys = new Map<string, number>();
  for (const [nth, line] of lines.entries()) {
    const price = priced[nth] ?? money(0, order.currency);
    const charged = merged([hasCharges(line) ? line.charges : (summed?.[nth] ?? {}), extra[nth] ?? {}]);
    const net = nets?.[nth] ?? null;
    const payout = net === null ? null : subtract(net, totalOf(extra[nth] ?? {}, order.currency));
    const key = keyOf(order.number, line, keys);
    yield* salesOf(
      makeSale({
        line: line.line,
        source,
        platform: 'ebay',
        key,
        orderNumber: order.number,
        name: line.title === '' ? line.sku || order.number : line.title,
        rawSku: line.sku,
        styleCode: styleCodeOf(line.sku, line.title),
        size: sizeOfLine(line),
        soldAt: order.soldAt,
        price,
        payout,
        told: charged,
        paidAt: order.paidAt,
        payoutRef: order.payoutRef,
        buyer: order.buyer,
        country: order.country,
        marketplaceTax: tax?.[nth] ?? null,
        note: order.note,
        ...(order.folded.length === 0 ? {} : { folded: order.folded }),
      }),
      line.quantity,
    );
  }
}

function sizeOfLine({ title, variation }: OrderLine) {
  const told = /(?:size|größe|taille)[^:]*:\s*([^\],]+)/i.exec(variation)?.[1]?.trim();
  try {
    return (told === undefined ? null : sizeOf(told)) ?? sizeInTitle(title);
  } catch {
    return sizeInTitle(title);
  }
}

function keyOf(order: string, { itemId }: OrderLine, seen: Map<string, number>): string {
  const key = itemId === '' ? order : `${order}/${itemId}`;
  const count = (seen.get(key) ?? 0) + 1;
  seen.set(key, count);
  return count === 1 ? key : `${key}~${count}`;
}

/** Articles without a price of their own share what the order's sum leaves. */
function pricesOf(order: OrderOfReport, lines: readonly OrderLine[]): readonly Money[] {
  const none = money(0, order.currency);
  const told = sum(
    lines.flatMap(({ price }) => price ?? []),
    order.currency,
  );
  const blank = lines.filter(({ price }) => price === null).length;
  const left = blank === 0 || order.rollUp?.price == null ? none : subtract(order.rollUp.price, told);
  const parts = [
    ...splitByWeight(
      left,
      Array.from({ length: Math.max(1, blank) }, () => 1),
    ),
  ];
  return lines.map(({ price }) => price ?? parts.shift() ?? none);
}

function hasCharges({ charges }: OrderLine): boolean {
  return CHARGE_KINDS.some((kind) => charges[kind] !== undefined);
}

type Share = (amount: Money | null) => readonly Money[] | null;

function shareCharges(charges: Charges, share: Share): readonly Charges[] {
  const parts: Charges[] = [];
  for (const kind of CHARGE_KINDS) {
    for (const [nth, amount] of (share(charges[kind] ?? null) ?? []).entries()) {
      parts[nth] = { ...parts[nth], [kind]: amount };
    }
  }
  return parts;
}

/** Charges added up kind by kind. */
export function merged(all: readonly Charges[]): Charges {
  const total: Charges = {};
  for (const charges of all) {
    for (const kind of CHARGE_KINDS) {
      const part = charges[kind];
      const before = total[kind];
      if (part !== undefined) total[kind] = before === undefined ? part : add(before, part);
    }
  }
  return total;
}

function totalOf(charges: Charges, currency: CurrencyCode): Money {
  return sum(
    CHARGE_KINDS.flatMap((kind) => charges[kind] ?? []),
    currency,
  );
}
