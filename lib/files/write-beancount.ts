import type { ExportFile } from '@/lib/domain/exports/export-settings';
import { paidFor, type FeeKind, type Ledger, type LedgerPurchase, type LedgerSale } from '@/lib/domain/exports/ledger';
import { negate } from '@/lib/domain/money/arithmetic';
import { moneyDecimal } from '@/lib/domain/money/decimal-text';
import type { Money } from '@/lib/domain/money/money';
import type { CalendarDate } from '@/lib/domain/time/instant';
import { itemText, type ExportWords } from './export-words';

const BANK = 'Assets:Bank';
const STOCK = 'Assets:Stock';
const OPENING = 'Equity:Opening-Balances';
const OWNER = 'Equity:Owner';
const SALES = 'Income:Sales';
const COGS = 'Expenses:Cost-Of-Goods-Sold';

/**
 * The books as a Beancount file. A pair is a lot of its own, with its cost and its id as the label, so that each sale
 * takes exactly its pair: of what was sold, both sides are told as the sale tells the pair. Pairs sold but bought before
 * the time begin with an opening entry; sales whose cost is not known, or whose pair was sold already, carry no lot and
 * say so.
 */
export function writeBeancount(ledger: Ledger, words: ExportWords): ExportFile {
  const bought = new Set(ledger.purchases.map(({ pairId }) => pairId));
  const lots = lotsSold(ledger);
  const ofPair = new Map([...lots.values()].map((lot) => [lot.pairId, lot]));
  const earlier = ledger.sales.flatMap((sale) => {
    const lot = lots.get(sale.id);
    return lot === undefined || bought.has(sale.pairId) ? [] : [openingEntry(sale, lot)];
  });
  const entries: readonly Entry[] = [
    ...earlier,
    ...ledger.purchases.map((each) => purchaseEntry(each, ofPair.get(each.pairId) ?? lotOf(each, each.on))),
    ...ledger.sales.map((sale) => saleEntry(sale, lots.get(sale.id) ?? null, words)),
    ...ledger.penalties.map(({ on, platform, orderNumber, name, amount }): Entry => ({
      on,
      payee: words.platform(platform),
      text: [words.fee('penalty'), name, orderNumber].filter(Boolean).join(' '),
      postings: [
        posting(`Expenses:Fees:${FEE_ACCOUNTS.penalty}`, amount),
        posting(receivable(words.platform(platform)), negate(amount)),
      ],
    })),
    ...ledger.receipts.map(({ on, platform, reference, amount }): Entry => ({
      on,
      payee: words.platform(platform),
      text: reference,
      postings: [posting(BANK, amount), posting(receivable(words.platform(platform)), negate(amount))],
    })),
    ...ledger.spending.map(({ on, category, supplier, note, amount, isJourney }): Entry => ({
      on,
      payee: supplier,
      text: note || words.category(category),
      postings: [
        posting(`Expenses:${accountPart(category)}`, amount),
        posting(isJourney ? OWNER : BANK, negate(amount)),
      ],
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
  readonly worth: Money;
  readonly acquired: CalendarDate;
}

/** The lots that sales take, by sale. A pair leaves once, and never before it came, whatever was written down. */
function lotsSold({ sales, purchases, from }: Ledger): ReadonlyMap<string, Lot> {
  const boughtOn = new Map(purchases.map(({ pairId, on }) => [pairId, on]));
  const taken = new Set<string>();
  const lots = new Map<string, Lot>();
  for (const { id, pairId, on, ...sale } of sales.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))) {
    if (sale.cost === null || taken.has(pairId)) continue;
    taken.add(pairId);
    const day = boughtOn.get(pairId) ?? sale.boughtOn ?? from;
    lots.set(id, lotOf({ ...sale, pairId, cost: sale.cost }, day <= on ? day : on));
  }
  return lots;
}

function lotOf(
  { pairId, styleCode, cost, otherCosts }: Pick<LedgerPurchase, 'pairId' | 'styleCode' | 'cost' | 'otherCosts'>,
  acquired: CalendarDate,
): Lot {
  return { pairId, styleCode, worth: paidFor({ cost, otherCosts }), acquired };
}

function lotPosting(pairs: 1 | -1, { pairId, styleCode, worth, acquired }: Lot): Posting {
  const price = `${moneyDecimal(worth)} ${worth.currency}`;
  return { account: STOCK, units: `${pairs} ${commodity(styleCode)} {${price}, ${acquired}, ${quoted(pairId)}}` };
}

function purchaseEntry(bought: LedgerPurchase, lot: Lot): Entry {
  return {
    on: lot.acquired,
    payee: bought.supplier,
    text: itemText(bought),
    postings: [lotPosting(1, lot), posting(BANK, negate(lot.worth))],
  };
}

function openingEntry(sale: LedgerSale, lot: Lot): Entry {
  const postings = [lotPosting(1, lot), posting(OPENING, negate(lot.worth))];
  return { on: lot.acquired, payee: '', text: `In stock before: ${itemText(sale)}`, postings };
}

function saleEntry(sale: LedgerSale, lot: Lot | null, words: ExportWords): Entry {
  const lacking = sale.cost === null ? '(cost not known)' : lot === null ? '(pair sold already)' : '';
  return {
    on: sale.on,
    payee: words.platform(sale.platform),
    text: [itemText(sale), sale.orderNumber, lacking].filter(Boolean).join(' '),
    postings: [
      posting(receivable(words.platform(sale.platform)), sale.net),
      ...sale.fees.map(({ kind, amount }) => posting(`Expenses:Fees:${FEE_ACCOUNTS[kind]}`, amount)),
      posting(SALES, negate(sale.price)),
      ...(lot === null ? [] : [lotPosting(-1, lot), posting(COGS, lot.worth)]),
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
