import { add, negate, scale, sum } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import { money, type Money } from '@/lib/domain/money/money';
import { closeCharges } from '@/lib/domain/sales/charges';
import {
  amountOf,
  amountOrNull,
  CellProblem,
  columnsOf,
  countryOf,
  currencyOf,
  dateOf,
  quantityOf,
  type Row,
} from './cells';
import { salesOfOrder, type Charges, type OrderLine, type OrderOfReport } from './ebay-order';
import type { Format, ReadingContext, RowOutcome, RowReader } from './format';
import { shortKey } from './make-sale';

/** Rows of one order belong together, wherever they stand. */
abstract class Orders implements RowReader {
  readonly orders = new Map<string, OrderOfReport>();

  constructor(
    readonly source: 'ebay-orders' | 'ebay-earnings',
    readonly context: ReadingContext,
  ) {}

  abstract row(row: { readonly line: number; readonly cells: Row }): Iterable<RowOutcome>;

  *end(): Generator<RowOutcome> {
    for (const order of this.orders.values())
      for (const entry of salesOfOrder(order, this.source)) yield { kind: 'sale', entry };
  }

  protected add(order: OrderOfReport, line: OrderLine): void {
    const known = this.orders.get(order.number) ?? order;
    this.orders.set(order.number, known);
    if (line.itemId === '' && line.title === '') known.rollUp = line;
    else known.lines.push(line);
  }
}

/** eBay's orders report: prices and buyers, no fees. French and other European ones have their own headings and decimals. */
export const EBAY_ORDERS: Format = {
  id: 'ebay-orders',
  matches: (headings) =>
    [...headings].some((each) => /^(?:salesrecordnumber|numerodevente|verkaufsprotokollnummer)$/.test(each)) &&
    [...headings].some((each) => /^(?:soldfor|venduepour|vendupour|verkauftfur|prixdevente)$/.test(each)),
  open(header, context) {
    const at = columnsOf(header);
    const columns = {
      order: at('Order Number', 'Numéro de commande', 'Bestellnummer'),
      record: at('Sales Record Number', 'Numéro de vente', 'Verkaufsprotokollnummer'),
      buyer: at('Buyer Username', "Pseudo de l'acheteur", 'Nutzername des Käufers'),
      country: at('Ship To Country', 'Buyer Country', 'Post To Country'),
      item: at('Item Number', "Numéro de l'objet", 'Artikelnummer'),
      title: at('Item Title', "Titre de l'objet", 'Artikelbezeichnung'),
      label: at('Custom Label', 'Libellé personnalisé', 'Bestandseinheit'),
      quantity: at('Quantity', 'Quantité', 'Anzahl'),
      price: at('Sold For', 'Vendu pour', 'Vendue pour', 'Prix de vente', 'Verkauft für'),
      shipping: at(
        'Shipping And Handling',
        'Postage And Handling',
        'Postage And Packaging',
        'Frais de livraison',
        'Verpackung und Versand',
      ),
      total: at('Total Price', 'Prix total', 'Gesamtpreis'),
      tax: at('eBay Collected Tax'),
      sold: at('Sale Date', 'Date de la vente', 'Date de vente', 'Verkauft am'),
      paid: at('Paid On Date', 'Date du paiement', 'Bezahlt am'),
      variation: at('Variation Details', 'Variations'),
    };
    return new OrdersReport(columns, context);
  },
};

type OrderColumns = Readonly<
  Record<
    | 'order'
    | 'record'
    | 'buyer'
    | 'country'
    | 'item'
    | 'title'
    | 'label'
    | 'quantity'
    | 'price'
    | 'shipping'
    | 'total'
    | 'tax'
    | 'sold'
    | 'paid'
    | 'variation',
    (row: Row) => string
  >
>;

class OrdersReport extends Orders {
  constructor(
    readonly at: OrderColumns,
    context: ReadingContext,
  ) {
    super('ebay-orders', context);
  }

  *row({ line, cells }: { readonly line: number; readonly cells: Row }): Generator<RowOutcome> {
    const { at, context } = this;
    if (/record\(?s?\)? downloaded|^seller id/i.test(cells.join(' ')))
      return void (yield { kind: 'skip', line, reason: 'footer' });
    const number = at.order(cells) || at.record(cells);
    if (number === '') throw new CellProblem('no-order', at.title(cells));
    const known = this.orders.get(number);
    const priceText = at.price(cells);
    const first = priceText === '' ? null : amountOf(priceText, null, context);
    const currency = known?.currency ?? first?.currency;
    if (currency === undefined) throw new CellProblem('no-price', number);
    const amount = (text: string) => amountOrNull(text, currency, context);
    const quantity = quantityOf(at.quantity(cells));
    const isSum = at.item(cells) === '' && at.title(cells) === '';
    const price = wholePrice(first, isSum ? 1 : quantity, amount(at.total(cells)));
    const shipping = amount(at.shipping(cells));
    const order: OrderOfReport = {
      number,
      currency,
      soldAt: known?.soldAt ?? dateOf(at.sold(cells), context),
      lines: [],
      rollUp: null,
      extra: {},
      folded: [],
      buyer: at.buyer(cells),
      country: countryOf(at.country(cells)),
      paidAt: null,
      payoutRef: '',
      tax: amount(at.tax(cells)),
      note: '',
    };
    const parts = [price, shipping].flatMap((part) => part ?? []);
    this.add(order, {
      line,
      itemId: at.item(cells),
      title: at.title(cells),
      sku: at.label(cells),
      variation: at.variation(cells),
      quantity,
      price: parts.length === 0 ? null : sum(parts, currency),
      net: null,
      charges: {},
    });
  }
}

/** Of several of one article the report may tell the price of one; the total of the order shows which. */
function wholePrice(price: Money | null, quantity: number, total: Money | null): Money | null {
  if (price === null || quantity === 1 || total === null) return price;
  const all = scale(price, quantity, 1, 'half-even');
  return total.minor >= all.minor ? all : price;
}

/** eBay's order earnings report: per order what was taken, labels and advertising included. */
export const EBAY_EARNINGS: Format = {
  id: 'ebay-earnings',
  matches: (headings) => headings.has('ordercreationdate') && headings.has('orderearnings'),
  open: (header, context) => new EarningsReport(header, context),
};

class EarningsReport extends Orders {
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
    const order: OrderOfReport = {
      number,
      currency,
      soldAt: dateOf(at.date(cells), this.context),
      lines: [],
      rollUp: null,
      extra: {},
      folded: [],
      buyer: at.buyer(cells),
      country: countryOf(at.country(cells)),
      paidAt: null,
      payoutRef: '',
      tax: amount(at.tax(cells)),
      note: '',
    };
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

/** Fees are written below zero here; whichever way, they were taken. */
function takenOf(
  at: ReturnType<typeof earningsColumns>,
  cells: Row,
  currency: CurrencyCode,
  context: ReadingContext,
): Charges {
  const of = (...getters: readonly ((row: Row) => string)[]): Money | undefined => {
    const parts = getters.flatMap((get) => amountOrNull(get(cells), currency, context) ?? []);
    if (parts.length === 0) return undefined;
    const total = sum(parts, currency);
    return total.minor < 0 ? negate(total) : total;
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
