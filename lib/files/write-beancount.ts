import type { ExportFile } from '@/lib/domain/exports/export-settings';
import { paidFor, type FeeKind, type Ledger, type LedgerPurchase, type LedgerSale } from '@/lib/domain/exports/ledger';
import { reversedSale } from '@/lib/domain/exports/ledger-return';
import { negate } from '@/lib/domain/money/arithmetic';
import { moneyDecimal } from '@/lib/domain/money/decimal-text';
import type { Money } from '@/lib/domain/money/money';
import type { CalendarDate } from '@/lib/domain/time/instant';
import { accountPart, commodity, quoted } from './beancount-names';
import { lotMoves, RANKS, rankOfReturn, rankOfSale, type Lot } from './beancount-lots';
import { itemText, type ExportWords } from './export-words';

const BANK = 'Assets:Bank';
const STOCK = 'Assets:Stock';
const OPENING = 'Equity:Opening-Balances';
const OWNER = 'Equity:Owner';
const SALES = 'Income:Sales';
const COGS = 'Expenses:Cost-Of-Goods-Sold';
const LOST = 'Expenses:Written-Off';

/**
 * The books as a Beancount file. A pair is a lot of its own, with its cost and its id as the label, so that each sale
 * takes exactly its pair: of what was sold, both sides are told as the sale tells the pair. Pairs sold but bought before
 * the time begin with an opening entry; sales whose cost is not known, or whose pair was sold already, carry no lot and
 * say so. A sale that was given back is told on its own day, and on the day it was given back once more the other way
 * round, with its lot. What was written off leaves the stock at its cost.
 */
export function writeBeancount(ledger: Ledger, words: ExportWords): ExportFile {
  const { lots, opening, taken, back, lost } = lotMoves(ledger);
  const takenBy = ({ id, pairId }: LedgerSale): Lot | null => (taken.has(id) ? (lots.get(pairId) ?? null) : null);
  const entries: readonly Entry[] = [
    ...opening.map(({ lot, item }) => openingEntry(lot, itemText(item))),
    ...ledger.purchases.map((each) => purchaseEntry(each, lots.get(each.pairId) ?? lotOf(each))),
    ...ledger.sales.map((sale) => saleEntry(sale, rankOfSale(sale), takenBy(sale), words)),
    ...ledger.returns.map((each) => {
      const lot = back.has(each.sale.id) ? (lots.get(each.sale.pairId) ?? null) : null;
      return returnEntry(each, lot, words);
    }),
    ...ledger.writeOffs.flatMap((each): readonly Entry[] => {
      const lot = lost.has(each.pairId) ? lots.get(each.pairId) : undefined;
      if (lot === undefined) return [];
      const postings = [posting(LOST, lot.worth), lotPosting(-1, lot)];
      return [{ on: each.on, rank: RANKS.lost, payee: '', text: `Written off: ${itemText(each)}`, postings }];
    }),
    ...ledger.penalties.map(({ on, platform, orderNumber, name, amount }): Entry => ({
      on,
      rank: RANKS.other,
      payee: words.platform(platform),
      text: [words.fee('penalty'), name, orderNumber].filter(Boolean).join(' '),
      postings: [
        posting(`Expenses:Fees:${FEE_ACCOUNTS.penalty}`, amount),
        posting(receivable(words.platform(platform)), negate(amount)),
      ],
    })),
    ...ledger.receipts.map(({ on, platform, reference, amount }): Entry => ({
      on,
      rank: RANKS.other,
      payee: words.platform(platform),
      text: reference,
      postings: [posting(BANK, amount), posting(receivable(words.platform(platform)), negate(amount))],
    })),
    ...ledger.spending.map(({ on, category, supplier, note, amount, isJourney }): Entry => ({
      on,
      rank: RANKS.other,
      payee: supplier,
      text: note || words.category(category),
      postings: [
        posting(`Expenses:${accountPart(category)}`, amount),
        posting(isJourney ? OWNER : BANK, negate(amount)),
      ],
    })),
  ];
  const ordered = entries.toSorted((a, b) => (a.on === b.on ? a.rank - b.rank : a.on < b.on ? -1 : 1));
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
  /** Among entries of its day. */
  readonly rank: number;
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

function lotOf({ pairId, styleCode, on, ...paid }: LedgerPurchase): Lot {
  return { pairId, styleCode, worth: paidFor(paid), acquired: on };
}

function lotPosting(pairs: 1 | -1, { pairId, styleCode, worth, acquired }: Lot): Posting {
  const price = `${moneyDecimal(worth)} ${worth.currency}`;
  return { account: STOCK, units: `${pairs} ${commodity(styleCode)} {${price}, ${acquired}, ${quoted(pairId)}}` };
}

function purchaseEntry(bought: LedgerPurchase, lot: Lot): Entry {
  return {
    on: lot.acquired,
    rank: RANKS.came,
    payee: bought.supplier,
    text: itemText(bought),
    postings: [lotPosting(1, lot), posting(BANK, negate(lot.worth))],
  };
}

function openingEntry(lot: Lot, item: string): Entry {
  const postings = [lotPosting(1, lot), posting(OPENING, negate(lot.worth))];
  return { on: lot.acquired, rank: RANKS.came, payee: '', text: `In stock before: ${item}`, postings };
}

function saleEntry(sale: LedgerSale, rank: number, lot: Lot | null, words: ExportWords): Entry {
  const lacking = sale.cost === null ? '(cost not known)' : lot === null ? '(pair sold already)' : '';
  return {
    on: sale.on,
    rank,
    payee: words.platform(sale.platform),
    text: [itemText(sale), sale.orderNumber, lacking].filter(Boolean).join(' '),
    postings: [...salePostings(sale, words), ...(lot === null ? [] : [lotPosting(-1, lot), posting(COGS, lot.worth)])],
  };
}

function returnEntry(each: Ledger['returns'][number], lot: Lot | null, words: ExportWords): Entry {
  const { on, sale } = each;
  return {
    on,
    rank: rankOfReturn(each),
    payee: words.platform(sale.platform),
    text: ['Given back:', itemText(sale), sale.orderNumber].filter(Boolean).join(' '),
    postings: [
      ...salePostings(reversedSale(each), words),
      ...(lot === null ? [] : [lotPosting(1, lot), posting(COGS, negate(lot.worth))]),
    ],
  };
}

function salePostings(sale: LedgerSale, words: ExportWords): readonly Posting[] {
  return [
    posting(receivable(words.platform(sale.platform)), sale.net),
    ...sale.fees.map(({ kind, amount }) => posting(`Expenses:Fees:${FEE_ACCOUNTS[kind]}`, amount)),
    posting(SALES, negate(sale.price)),
  ];
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

function receivable(platform: string): string {
  return `Assets:Receivable:${accountPart(platform)}`;
}
