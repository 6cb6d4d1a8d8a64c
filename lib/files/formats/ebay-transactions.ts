import type { ExpenseCategory } from '@/lib/domain/expenses/expense';
import { add, negate, sum } from '@/lib/domain/money/arithmetic';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { Money } from '@/lib/domain/money/money';
import { instant } from '@/lib/domain/time/instant';
import {
  amountOf,
  amountOrNull,
  CellProblem,
  columnsOf,
  countryOf,
  currencyOf,
  dateOf,
  dateOrNull,
  quantityOf,
  type Row,
} from './cells';
import { merged, salesOfOrder, type Charges, type OrderLine, type OrderOfReport } from './ebay-order';
import type { Format, ReadingContext, RowOutcome } from './format';
import { ContentKeys, shortKey } from './make-sale';

/** eBay's transaction report: every movement of money, fees below zero. All amounts are in the payout currency. */
export const EBAY_TRANSACTIONS: Format = {
  id: 'ebay-transactions',
  matches: (headings) => ['transactioncreationdate', 'type', 'netamount'].every((each) => headings.has(each)),
  open: (header, context) => new Transactions(header, context),
};

type Columns = ReturnType<typeof columnsFor>;

class Transactions {
  readonly #at: Columns;
  readonly #orders = new Map<string, OrderOfReport>();
  readonly #fees: { order: string; line: number; charges: Charges }[] = [];
  readonly #refunds: { order: string; line: number; refund: NonNullable<OrderOfReport['refund']> }[] = [];
  readonly #keys = new ContentKeys();

  constructor(
    header: readonly string[],
    readonly context: ReadingContext,
  ) {
    this.#at = columnsFor(header);
  }

  *row({ line, cells }: { readonly line: number; readonly cells: Row }): Generator<RowOutcome> {
    const at = this.#at;
    const type = at.type(cells).toLowerCase();
    if (type === '' || type.startsWith('hold'))
      return void (yield { kind: 'skip', line, reason: type === '' ? 'footer' : 'hold' });
    const currency = currencyOf(at.currency(cells)) ?? this.context.answers.currency;
    if (currency === null) throw new CellProblem('no-currency', at.order(cells));
    if (type === 'payout') return void (yield this.#payout(line, cells, currency));
    const order = at.order(cells);
    if (type === 'order') return this.#addOrder(line, cells, currency);
    const net = amountOf(at.net(cells), currency, this.context);
    if (type === 'refund' && order !== '') {
      const gross = amountOrNull(at.gross(cells), currency, this.context) ?? net;
      const refund = {
        gross,
        net,
        at: dateOf(at.date(cells), this.context),
        charges: chargesAt(at, cells, currency, this.context),
      };
      this.#refunds.push({ order, line, refund });
      return;
    }
    if (order !== '') return void this.#fees.push({ order, line, charges: feeOf(type, at.description(cells), net) });
    yield this.#expense(line, cells, net, type);
  }

  *end(): Generator<RowOutcome> {
    for (const { order, line, charges } of this.#fees) {
      const known = this.#orders.get(order);
      if (known === undefined) yield { kind: 'problem', line, reason: 'other-order', text: order };
      else Object.assign(known.extra, merged([known.extra, charges]));
    }
    for (const { order, line, refund } of this.#refunds) {
      const known = this.#orders.get(order);
      if (known === undefined) yield { kind: 'problem', line, reason: 'other-order', text: order };
      else known.refund = known.refund === null ? refund : both(known.refund, refund);
    }
    for (const order of this.#orders.values())
      for (const entry of salesOfOrder(order, 'ebay-transactions')) yield { kind: 'sale', entry };
  }

  #addOrder(line: number, cells: Row, currency: CurrencyCode): void {
    const at = this.#at;
    const number = at.order(cells);
    if (number === '') throw new CellProblem('no-order', at.title(cells));
    const read = this.#line(line, cells, currency);
    const order = this.#orders.get(number) ?? this.#newOrder(number, cells, currency);
    this.#orders.set(number, order);
    if (read.itemId === '' && read.title === '') order.rollUp = read;
    else order.lines.push(read);
  }

  #line(line: number, cells: Row, currency: CurrencyCode): OrderLine {
    const at = this.#at;
    const amount = (text: string) => amountOrNull(text, currency, this.context);
    const parts = [amount(at.subtotal(cells)), amount(at.shipping(cells))].flatMap((part) => part ?? []);
    return {
      line,
      itemId: at.item(cells),
      title: at.title(cells),
      sku: at.label(cells),
      variation: '',
      quantity: quantityOf(at.quantity(cells)),
      price: parts.length === 0 ? null : sum(parts, currency),
      net: amount(at.net(cells)),
      charges: chargesAt(at, cells, currency, this.context),
    };
  }

  #newOrder(number: string, cells: Row, currency: CurrencyCode): OrderOfReport {
    const at = this.#at;
    return {
      number,
      currency,
      soldAt: dateOf(at.date(cells), this.context),
      lines: [],
      rollUp: null,
      extra: {},
      refund: null,
      buyer: at.buyer(cells),
      country: countryOf(at.country(cells)),
      paidAt: dateOrNull(at.paid(cells), this.context),
      payoutRef: at.payoutId(cells),
      tax: amountOrNull(at.tax(cells), currency, this.context),
      note: '',
    };
  }

  #payout(line: number, cells: Row, currency: CurrencyCode): RowOutcome {
    const at = this.#at;
    const net = amountOf(at.net(cells), currency, this.context);
    const paidAt = dateOf(at.paid(cells) || at.date(cells), this.context);
    const ref = shortKey(at.payoutId(cells) || this.#keys.of(['payout', paidAt, net.minor]));
    // A payout leaves eBay's account, so it is written below zero; one that is taken back comes in.
    return {
      kind: 'payout',
      entry: { line, platform: 'ebay', ref, paidAt, amount: negate(net), note: at.description(cells) },
    };
  }

  #expense(line: number, cells: Row, net: Money, type: string): RowOutcome {
    const at = this.#at;
    const spentAt = dateOf(at.date(cells), this.context);
    const note = at.description(cells) || type;
    const told = at.reference(cells);
    const ref = shortKey(this.#keys.of(['ebay', told, spentAt, type, note, net.minor, net.currency]));
    const category = categoryOf(type, note);
    return {
      kind: 'expense',
      entry: { line, ref, category, amount: negate(net), tax: null, spentAt, supplier: 'eBay', note },
    };
  }
}

function columnsFor(header: readonly string[]) {
  const at = columnsOf(header);
  return {
    date: at('Transaction creation date'),
    type: at('Type'),
    order: at('Order number'),
    buyer: at('Buyer username', 'Buyer name'),
    country: at('Ship to country'),
    net: at('Net amount'),
    currency: at('Payout currency'),
    paid: at('Payout date'),
    payoutId: at('Payout ID'),
    item: at('Item ID'),
    title: at('Item title'),
    label: at('Custom label'),
    quantity: at('Quantity'),
    subtotal: at('Item subtotal'),
    shipping: at('Shipping and handling', 'Postage and packaging', 'Postage and handling'),
    tax: at('eBay collected tax'),
    gross: at('Gross transaction amount'),
    reference: at('Reference ID'),
    description: at('Description'),
    fixed: at('Final Value Fee - fixed'),
    variable: at('Final Value Fee - variable'),
    regulatory: at('Regulatory operating fee'),
    international: at('International fee'),
    deposit: at('Deposit processing fee'),
    notAsDescribed: at('Very high "item not as described" fee'),
    belowStandard: at('Below standard performance fee'),
  };
}

/** What eBay took, above zero; fee reversals come out below. */
function chargesAt(at: Columns, cells: Row, currency: CurrencyCode, context: ReadingContext): Charges {
  const of = (...getters: readonly ((row: Row) => string)[]): Money | undefined => {
    const parts = getters.flatMap((get) => amountOrNull(get(cells), currency, context) ?? []);
    return parts.length === 0 ? undefined : negate(sum(parts, currency));
  };
  const charges = {
    commission: of(at.variable, at.regulatory, at.international),
    sellerFee: of(at.fixed),
    processing: of(at.deposit),
    penalty: of(at.notAsDescribed, at.belowStandard),
  };
  return Object.fromEntries(Object.entries(charges).filter(([, part]) => part !== undefined)) as Charges;
}

function feeOf(type: string, description: string, net: Money): Charges {
  const taken = negate(net);
  if (/label/.test(type)) return { shipping: taken };
  if (/promoted|advert|\bads?\b/i.test(description)) return { advertising: taken };
  return /dispute|claim/i.test(`${type} ${description}`) ? { penalty: taken } : { commission: taken };
}

function categoryOf(type: string, note: string): ExpenseCategory {
  if (/label|postage/i.test(`${type} ${note}`)) return 'postage';
  return /promoted|advert|\bads?\b/i.test(note) ? 'advertising' : 'platform-fees';
}

type Refund = NonNullable<OrderOfReport['refund']>;

function both(a: Refund, b: Refund): Refund {
  return {
    gross: add(a.gross, b.gross),
    net: add(a.net, b.net),
    at: instant(Math.max(a.at, b.at)),
    charges: merged([a.charges, b.charges]),
  };
}
