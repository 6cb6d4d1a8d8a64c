import { add, sum } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { money, type Money } from '@/lib/domain/money/money';
import { closeCharges } from '@/lib/domain/sales/charges';
import { absolute } from './absolute';
import { amountOrNull, CellProblem, columnsOf, countryOf, currencyOf, dateOf, quantityOf, type Row } from './cells';
import { newOrder, type Charges } from './ebay-order';
import { EbayOrderRows } from './ebay-order-rows';
import type { Format, ReadingContext, RowOutcome } from './format';
import { shortKey } from './make-sale';

/** eBay's order earnings report: per order what was taken, labels and advertising included. */
export const EBAY_EARNINGS: Format = {
  id: 'ebay-earnings',
  matches: (headings) => headings.has('ordercreationdate') && headings.has('orderearnings'),
  open: (header, context) => new EarningsReport(header, context),
};

class EarningsReport extends EbayOrderRows {
  readonly #at: ReturnType<typeof earningsColumns>;

  constructor(header: readonly string[], context: ReadingContext) {
    super('ebay-earnings', context);
    this.#at = earningsColumns(header);
  }

  *row({ line, cells }: { readonly line: number; readonly cells: Row }): Generator<RowOutcome> {
    const at = this.#at;
    const number = at.order(cells);
    if (number === '') return void (yield { kind: 'skip', line, reason: 'footer' });
    const currency =
      currencyOf(at.currency(cells)) ?? currencyOf(at.transactionCurrency(cells)) ?? this.context.answers.currency;
    if (currency === null) throw new CellProblem('no-currency', number);
    const amount = (text: string) => amountOrNull(text, currency, this.context);
    const parts = [at.subtotal, at.shipping].flatMap((get) => amount(get(cells)) ?? []);
    const discount = amount(at.discount(cells));
    if (discount !== null) parts.push(money(-Math.abs(discount.minor), currency));
    const refunds = amount(at.refunds(cells));
    const order = newOrder({
      number,
      currency,
      soldAt: dateOf(at.date(cells), this.context),
      buyer: at.buyer(cells),
      country: countryOf(at.country(cells)),
      tax: amount(at.tax(cells)),
    });
    const price = parts.length === 0 ? null : sum(parts, currency);
    const earned = amount(at.earnings(cells));
    // The earnings are what is left after refunds, which are told apart: they may have come with another report as well.
    const net = earned === null || refunds === null ? earned : add(earned, money(Math.abs(refunds.minor), currency));
    const charges = takenOf(at, cells, currency, this.context);
    this.add(order, {
      line,
      itemId: at.item(cells),
      title: at.title(cells),
      sku: '',
      variation: '',
      quantity: quantityOf(at.quantity(cells)),
      price,
      net,
      charges,
    });
    if (refunds === null || refunds.minor === 0) return;
    const gross = money(-Math.abs(refunds.minor), currency);
    const entry = { line, source: 'ebay-earnings', platform: 'ebay', what: 'refund', order: number } as const;
    const item = at.item(cells);
    const told = { item, at: order.soldAt, gross, net: gross, charges: closeCharges({}, gross, null) };
    yield { kind: 'after-sale', entry: { ...entry, ...told, ref: shortKey(`earnings/${item}`) } };
  }
}

function earningsColumns(header: readonly string[]) {
  const at = columnsOf(header);
  return {
    date: at('Order creation date'),
    order: at('Order number'),
    item: at('Item ID'),
    title: at('Item title'),
    buyer: at('Buyer username', 'Buyer name'),
    country: at('Ship to country'),
    transactionCurrency: at('Transaction currency'),
    currency: at('Payout currency'),
    quantity: at('Quantity'),
    subtotal: at('Item subtotal'),
    shipping: at('Shipping and handling', 'Postage and packaging'),
    discount: at('Discount'),
    tax: at('eBay collected tax'),
    refunds: at('Refunds'),
    earnings: at('Order earnings'),
    fixed: at('Final Value Fee - fixed'),
    variable: at('Final Value Fee - variable'),
    belowStandard: at('Below standard performance fee'),
    notAsDescribed: at('Very high "item not as described" fee'),
    international: at('International fee'),
    deposit: at('Deposit processing fee'),
    regulatory: at('Regulatory operating fee'),
    promoted: at('Promoted Listing Standard fee'),
    labels: at('Shipping labels'),
    dispute: at('Payment Dispute Fee'),
  };
}

function takenOf(
  at: ReturnType<typeof earningsColumns>,
  cells: Row,
  currency: CurrencyCode,
  context: ReadingContext,
): Charges {
  const of = (...getters: readonly ((row: Row) => string)[]): Money | undefined => {
    const parts = getters.flatMap((get) => amountOrNull(get(cells), currency, context) ?? []);
    if (parts.length === 0) return undefined;
    return absolute(sum(parts, currency)) ?? undefined;
  };
  const charges = {
    commission: of(at.variable, at.international, at.regulatory),
    sellerFee: of(at.fixed),
    processing: of(at.deposit),
    advertising: of(at.promoted),
    shipping: of(at.labels),
    penalty: of(at.belowStandard, at.notAsDescribed, at.dispute),
  };
  return Object.fromEntries(Object.entries(charges).filter(([, part]) => part !== undefined)) as Charges;
}
