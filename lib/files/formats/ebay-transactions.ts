import type { ExpenseCategory } from '@/lib/domain/expenses/expense';
import type { AfterSaleEntry } from '@/lib/domain/imports/entry';
import { negate, sum } from '@/lib/domain/money/arithmetic';
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
  dateOrNull,
  quantityOf,
  type Row,
} from './cells';
import { merged, newOrder, salesOfOrder, type Charges, type OrderLine, type OrderOfReport } from './ebay-order';
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
  /** In rows of their own, for orders that may come further down, or in another file. */
  readonly #fees: { readonly charges: Charges; readonly entry: AfterSaleEntry }[] = [];
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
    if (order === '') return void (yield this.#expense(line, cells, net, type));
    if (type === 'refund') return void (yield { kind: 'after-sale', entry: this.#refund(line, cells, net) });
    const charges = feeOf(type, at.description(cells), net);
    this.#fees.push({
      charges,
      entry: this.#after(line, cells, { what: 'fee', gross: money(0, currency), net, charges }),
    });
  }

  *end(): Generator<RowOutcome> {
    for (const { charges, entry } of this.#fees) {
      const known = this.#orders.get(entry.order);
      if (known === undefined) yield { kind: 'after-sale', entry };
      else {
        Object.assign(known.extra, merged([known.extra, charges]));
        known.folded.push(entry.ref);
      }
    }
    for (const order of this.#orders.values())
      for (const entry of salesOfOrder(order, 'ebay-transactions')) yield { kind: 'sale', entry };
  }

  /** Never part of its sale: it may come in another file, and must be taken off once. */
  #refund(line: number, cells: Row, net: Money): AfterSaleEntry {
    const gross = amountOrNull(this.#at.gross(cells), net.currency, this.context) ?? net;
    return this.#after(line, cells, {
      what: 'refund',
      gross,
      net,
      charges: chargesAt(this.#at, cells, net.currency, this.context),
    });
  }

  #after(
    line: number,
    cells: Row,
    told: Pick<AfterSaleEntry, 'what' | 'gross' | 'net'> & { readonly charges: Charges },
  ): AfterSaleEntry {
    const at = this.#at;
    const { what, gross, net } = told;
    const [order, item, day] = [at.order(cells), at.item(cells), dateOf(at.date(cells), this.context)];
    const said = [what, at.reference(cells), day, item, at.type(cells), at.description(cells), gross.minor, net.minor];
    const ref = shortKey(this.#keys.of([order, ...said]));
    const charges = closeCharges(told.charges, net, null);
    const named = { line, source: 'ebay-transactions', platform: 'ebay', ref, order, item } as const;
    return { ...named, what, at: day, gross, net, charges };
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
    return newOrder({
      number,
      currency,
      soldAt: dateOf(at.date(cells), this.context),
      buyer: at.buyer(cells),
      country: countryOf(at.country(cells)),
      paidAt: dateOrNull(at.paid(cells), this.context),
      payoutRef: at.payoutId(cells),
      tax: amountOrNull(at.tax(cells), currency, this.context),
    });
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
