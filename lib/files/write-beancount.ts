import type { ExportFile } from '@/lib/domain/exports/export-settings';
import type { FeeKind, Ledger, LedgerPurchase, LedgerSale } from '@/lib/domain/exports/ledger';
import { add, negate } from '@/lib/domain/money/arithmetic';
import { moneyDecimal } from '@/lib/domain/money/decimal-text';
import type { Money } from '@/lib/domain/money/money';
import type { CalendarDate } from '@/lib/domain/time/instant';
import { itemText, type ExportWords } from './export-words';

const BANK = 'Assets:Bank';
const STOCK = 'Assets:Stock';
const OPENING = 'Equity:Opening-Balances';
const SALES = 'Income:Sales';
const COGS = 'Expenses:Cost-Of-Goods-Sold';

/**
 * The books as a Beancount file. A pair is a lot of its own, with its cost and its id as the label, so that each sale
 * takes exactly its pair. Pairs sold but bought before the time begin with an opening entry; sales whose cost is not known
 * carry no lot and say so.
 */
export function writeBeancount(ledger: Ledger, words: ExportWords): ExportFile {
  const bought = new Map(ledger.purchases.map(({ pairId, on }) => [pairId, on]));
  const earlier = ledger.sales.filter(({ pairId, cost }) => cost !== null && !bought.has(pairId));
  const entries: readonly Entry[] = [
    ...earlier.map((sale) => openingEntry(sale, ledger.from)),
    ...ledger.purchases.map(purchaseEntry),
    ...ledger.sales.map((sale) => saleEntry(sale, ledger.from, bought, words)),
    ...ledger.receipts.map(({ on, platform, reference, amount }): Entry => ({
      on,
      payee: words.platform(platform),
      text: reference,
      postings: [posting(BANK, amount), posting(receivable(words.platform(platform)), negate(amount))],
    })),
    ...ledger.spending.map(({ on, category, supplier, note, amount }): Entry => ({
      on,
      payee: supplier,
      text: note || words.category(category),
      postings: [posting(`Expenses:${accountPart(category)}`, amount), posting(BANK, negate(amount))],
    })),
  ];
  const ordered = entries.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
  const accounts = [...new Set(ordered.flatMap(({ postings }) => postings.map(({ account }) => account)))].toSorted();
  const first = ordered[0]?.on ?? ledger.from;
  const lines = [
    `option "operating_currency" "${ledger.currency}"`,
    '',
    ...accounts.map((account) => `${first} open ${account}${account === STOCK ? ' "STRICT"' : ''}`),
    ...ordered.flatMap(entryLines),
  ];
  const content = `${lines.join('\n')}\n`;
  return { name: 'books.beancount', type: 'text/plain', content, rows: ordered.length };
}

interface Posting {
  readonly account: string;
  readonly units: string;
}

interface Entry {
  readonly on: CalendarDate;
  readonly payee: string;
  readonly text: string;
  readonly postings: readonly Posting[];
}

function entryLines({ on, payee, text, postings }: Entry): readonly string[] {
  return [
    '',
    `${on} * ${quoted(payee)} ${quoted(text)}`,
    ...postings.map(({ account, units }) => `  ${account}  ${units}`),
  ];
}

function posting(account: string, amount: Money): Posting {
  return { account, units: `${moneyDecimal(amount)} ${amount.currency}` };
}

interface Lot {
  readonly pairId: string;
  readonly styleCode: string;
  readonly cost: Money;
  readonly otherCosts: Money | null;
}

function lotPosting(pairs: 1 | -1, lot: Lot, acquired: CalendarDate): Posting {
  const cost = costOf(lot);
  const units = `${pairs} ${commodity(lot.styleCode)} {${moneyDecimal(cost)} ${cost.currency}, ${acquired}, ${quoted(lot.pairId)}}`;
  return { account: STOCK, units };
}

function costOf({ cost, otherCosts }: Lot): Money {
  return otherCosts === null ? cost : add(cost, otherCosts);
}

function purchaseEntry(bought: LedgerPurchase): Entry {
  return {
    on: bought.on,
    payee: bought.supplier,
    text: itemText(bought),
    postings: [lotPosting(1, bought, bought.on), posting(BANK, negate(costOf(bought)))],
  };
}

function openingEntry(sale: LedgerSale, from: CalendarDate): Entry {
  const lot = lotOf(sale);
  const postings =
    lot === null ? [] : [lotPosting(1, lot, openedOn(sale, from)), posting(OPENING, negate(costOf(lot)))];
  return { on: openedOn(sale, from), payee: '', text: `In stock before: ${itemText(sale)}`, postings };
}

/** Never after it was sold, whatever was written down. */
function openedOn({ boughtOn, on }: LedgerSale, from: CalendarDate): CalendarDate {
  const day = boughtOn ?? from;
  return day <= on ? day : on;
}

function saleEntry(
  sale: LedgerSale,
  from: CalendarDate,
  bought: ReadonlyMap<string, CalendarDate>,
  words: ExportWords,
): Entry {
  const lot = lotOf(sale);
  const acquired = bought.get(sale.pairId) ?? openedOn(sale, from);
  return {
    on: sale.on,
    payee: words.platform(sale.platform),
    text: [itemText(sale), sale.orderNumber, lot === null ? '(cost not known)' : ''].filter(Boolean).join(' '),
    postings: [
      posting(receivable(words.platform(sale.platform)), sale.net),
      ...sale.fees.map(({ kind, amount }) => posting(`Expenses:Fees:${FEE_ACCOUNTS[kind]}`, amount)),
      posting(SALES, negate(sale.price)),
      ...(lot === null ? [] : [lotPosting(-1, lot, acquired), posting(COGS, costOf(lot))]),
    ],
  };
}

const FEE_ACCOUNTS: Readonly<Record<FeeKind, string>> = {
  commission: 'Commission',
  sellerFee: 'Seller-Fee',
  processing: 'Processing',
  shipping: 'Shipping',
  advertising: 'Advertising',
  penalty: 'Penalties',
  feeTax: 'Tax-On-Fees',
  cashOut: 'Cash-Out',
  adjustment: 'Adjustments',
};

function lotOf({ pairId, styleCode, cost, otherCosts }: LedgerSale): Lot | null {
  return cost === null ? null : { pairId, styleCode, cost, otherCosts };
}

function receivable(platform: string): string {
  return `Assets:Receivable:${accountPart(platform)}`;
}

/** A part of an account's name: letters, digits and dashes, a capital letter first. */
function accountPart(name: string): string {
  const clean = name.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '');
  const named = clean === '' ? 'Other' : clean;
  return named.charAt(0).toUpperCase() + named.slice(1);
}

/** A commodity: capital letters, digits and dashes, a letter first, at most 24 of them. */
function commodity(styleCode: string): string {
  const clean = styleCode
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  const named = /^[A-Z]/.test(clean) ? clean : `S-${clean || 'PAIR'}`;
  return named.slice(0, 24).replace(/-+$/, '');
}

function quoted(text: string): string {
  return `"${text.replaceAll(/\s+/g, ' ').replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
