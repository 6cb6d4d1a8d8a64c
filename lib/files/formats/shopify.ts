import type { SaleEntry } from '@/lib/domain/imports/entry';
import { splitByWeight, splitEvenly } from '@/lib/domain/imports/split-evenly';
import { add, scale, subtract, sum } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { money, type Money } from '@/lib/domain/money/money';
import type { Instant } from '@/lib/domain/time/instant';
import {
  amountOf,
  amountOrNull,
  CellProblem,
  countryOf,
  currencyOf,
  dateOf,
  dateOrNull,
  guessedSize,
  quantityOf,
  sizeInTitle,
  styleCodeOf,
  type Row,
} from './cells';
import type { Format, ReadingContext, RowOutcome } from './format';
import { ContentKeys, makeSale, shortKey } from './make-sale';
import { shopifyColumns } from './shopify-columns';

/**
 * Shopify's orders file. The first row of an order has its sums, every further article repeats the order's name. The price is
 * what was paid for goods and delivery; tax on top of it is the tax office's.
 */
export const SHOPIFY: Format = {
  id: 'shopify',
  matches: (headings) =>
    ['name', 'financialstatus', 'lineitemname', 'lineitemprice'].every((each) => headings.has(each)),
  open: (header, context) => new ShopifyRows(header, context),
};

interface Article {
  readonly line: number;
  readonly title: string;
  readonly sku: string;
  readonly price: Money;
}

interface Order {
  readonly name: string;
  readonly currency: CurrencyCode;
  readonly soldAt: Instant;
  readonly paidAt: Instant | null;
  readonly subtotal: Money | null;
  readonly shipping: Money | null;
  readonly refunded: Money | null;
  readonly standing: string;
  readonly cancelledAt: Instant | null;
  readonly buyer: string;
  readonly country: string | null;
  readonly articles: Article[];
}

class ShopifyRows {
  readonly #at: ReturnType<typeof shopifyColumns>;
  readonly #orders = new Map<string, Order>();
  readonly #keys = new ContentKeys();

  constructor(
    header: readonly string[],
    readonly context: ReadingContext,
  ) {
    this.#at = shopifyColumns(header);
  }

  *row({ line, cells }: { readonly line: number; readonly cells: Row }): Generator<RowOutcome> {
    const at = this.#at;
    const name = at.name(cells);
    if (name === '') throw new CellProblem('no-order', at.title(cells));
    const order = this.#orders.get(name) ?? this.#open(name, cells);
    this.#orders.set(name, order);
    if (at.title(cells) === '' && at.price(cells) === '')
      return void (yield { kind: 'skip', line, reason: 'no-lines' });
    const each = amountOf(at.price(cells), order.currency, this.context);
    const quantity = quantityOf(at.quantity(cells));
    for (const price of splitEvenly(scale(each, quantity, 1, 'half-even'), quantity))
      order.articles.push({ line, title: at.title(cells), sku: at.sku(cells), price });
  }

  *end(): Generator<RowOutcome> {
    for (const order of this.#orders.values()) for (const entry of this.#sales(order)) yield { kind: 'sale', entry };
  }

  #open(name: string, cells: Row): Order {
    const [at, context] = [this.#at, this.context];
    const currency = currencyOf(at.currency(cells)) ?? context.answers.currency;
    if (currency === null) throw new CellProblem('no-currency', name);
    return {
      name,
      currency,
      soldAt: dateOf(at.created(cells), context),
      paidAt: dateOrNull(at.paid(cells), context),
      subtotal: amountOrNull(at.subtotal(cells), currency, context),
      shipping: amountOrNull(at.shipping(cells), currency, context),
      refunded: amountOrNull(at.refunded(cells), currency, context),
      standing: at.financial(cells).toLowerCase(),
      cancelledAt: dateOrNull(at.cancelled(cells), context),
      buyer: at.buyer(cells),
      country: countryOf(at.country(cells)),
      articles: [],
    };
  }

  *#sales(order: Order): Generator<SaleEntry> {
    const { articles, currency } = order;
    const weights = articles.map(({ price }) => Math.max(0, price.minor));
    const told = sum(
      articles.map(({ price }) => price),
      currency,
    );
    // The subtotal is what is left of the articles after discounts.
    const goods = splitByWeight(order.subtotal ?? told, weights);
    const delivery = splitByWeight(order.shipping ?? money(0, currency), weights);
    const isVoid = order.cancelledAt !== null || /^(?:refunded|voided|expired)/.test(order.standing);
    const back = splitByWeight(order.refunded === null || isVoid ? money(0, currency) : order.refunded, weights);
    for (const [nth, { line, title, sku }] of articles.entries()) {
      const zero = money(0, currency);
      const price = subtract(add(goods[nth] ?? zero, delivery[nth] ?? zero), back[nth] ?? zero);
      const reason = order.standing.startsWith('refunded') ? ('refunded' as const) : ('cancelled' as const);
      yield makeSale({
        line,
        source: 'shopify',
        platform: 'shopify',
        key: shortKey(this.#keys.of([order.name, sku === '' ? title : sku])),
        orderNumber: order.name,
        name: title === '' ? sku : title,
        rawSku: sku,
        styleCode: styleCodeOf(sku, title),
        size: sizeInTitle(title) ?? variantSize(title),
        soldAt: order.soldAt,
        price,
        status: isVoid ? 'reversed' : /pending|authorized/.test(order.standing) ? 'pending' : 'completed',
        reversal: isVoid ? { reason, at: order.cancelledAt ?? order.soldAt, penalty: null, note: '' } : null,
        paidAt: null,
        buyer: order.buyer,
        country: order.country,
      });
    }
  }
}

/** Shopify writes the variant behind the name: `Dunk Low Panda - 10.5`. */
function variantSize(title: string) {
  const text = /\s[-–/]\s*((?:UK |EU |US )?\d{1,2}(?:\.5)?[WYC]?)\s*$/i.exec(title)?.[1];
  return text === undefined ? null : guessedSize(text);
}
