import type { ExportFile, ExportSettings } from '@/lib/domain/exports/export-settings';
import { paidFor, type Ledger, type LedgerSale, type Movement } from '@/lib/domain/exports/ledger';
import { reversedSale } from '@/lib/domain/exports/ledger-return';
import { negate } from '@/lib/domain/money/arithmetic';
import { moneyDecimal } from '@/lib/domain/money/decimal-text';
import type { Money } from '@/lib/domain/money/money';
import { guardCell } from './csv-guard';
import { csvText, type CsvCell } from './csv-text';
import { dayAs } from './dated';
import { itemText, type ExportWords } from './export-words';
import { formatOf, inParts, partName } from './export-parts';

/** QuickBooks Online takes at most 350 KB and, others say, 1,000 rows. */
const MOST_ROWS = 1000;
const MOST_BYTES = 350_000;

/**
 * Bank lines for QuickBooks Online in its form of three columns: what the form of four means by credit is told
 * differently in different countries. Amounts below zero went out.
 */
export function writeQuickBooksBank(movements: readonly Movement[], settings: ExportSettings): readonly ExportFile[] {
  const head = ['Date', 'Description', 'Amount'];
  const rows = movements.map(({ on, description, amount }): CsvCell[] => [
    dayAs(formatOf(settings.dayOrder), on),
    oneLine(description),
    { number: moneyDecimal(amount) },
  ]);
  const widest = rows.reduce((most, row) => Math.max(most, csvText(null, [row], { mark: false }).length * 3), 1);
  const parts = inParts(rows, Math.max(1, Math.min(MOST_ROWS, Math.floor((MOST_BYTES - 100) / widest))));
  return parts.map((part, nth) => ({
    name: partName('quickbooks-bank', nth, parts.length),
    type: 'text/csv',
    content: csvText(head, part, { mark: false }),
    rows: part.length,
  }));
}

const IIF_HEAD = [
  ['!TRNS', 'TRNSTYPE', 'DATE', 'ACCNT', 'NAME', 'AMOUNT', 'MEMO'],
  ['!SPL', 'TRNSTYPE', 'DATE', 'ACCNT', 'NAME', 'AMOUNT', 'MEMO'],
  ['!ENDTRNS'],
];

/**
 * The books for QuickBooks Desktop: a deposit per sale, split into the price and what was taken, and a cheque for each
 * pair bought with what else went into it, each expense and each penalty. A sale that was given back is a deposit on its
 * own day and, on the day it was given back, a cheque with the same splits the other way round. A journey with the own
 * car is a journal entry against the owner: no money left the bank. Every block adds up to zero.
 */
export function writeIif(ledger: Ledger, settings: ExportSettings, words: ExportWords): ExportFile {
  const { accounts } = settings;
  const blocks = [
    ...ledger.sales.map((sale) => saleBlock(sale, 'DEPOSIT', accounts, words)),
    ...ledger.returns.map((each) => saleBlock(reversedSale(each), 'CHECK', accounts, words)),
    ...ledger.purchases.map((bought): Block =>
      cheque(bought.on, bought.supplier, paidFor(bought), itemText(bought), accounts, accounts.purchases),
    ),
    ...ledger.penalties.map(({ on, platform, amount, orderNumber }): Block => {
      const memo = [words.fee('penalty'), orderNumber].filter(Boolean).join(' ');
      return cheque(on, words.platform(platform), amount, memo, accounts, accounts.fees);
    }),
    ...ledger.spending.map((spent): Block => {
      const memo = [words.category(spent.category), spent.note].filter(Boolean).join(': ');
      const paid = cheque(spent.on, spent.supplier, spent.amount, memo, accounts, accounts.expenses);
      return spent.isJourney
        ? { ...paid, type: 'GENERAL JOURNAL', head: { ...paid.head, account: accounts.owner } }
        : paid;
    }),
  ];
  const lines = [...IIF_HEAD, ...blocks.flatMap(blockLines)];
  return {
    name: 'quickbooks.iif',
    type: 'text/plain',
    content: `${lines.map((line) => line.join('\t')).join('\r\n')}\r\n`,
    rows: blocks.length,
  };
}

interface Part {
  readonly account: string;
  readonly amount: Money;
  readonly memo: string;
}

interface Block {
  readonly on: Movement['on'];
  readonly type: 'DEPOSIT' | 'CHECK' | 'GENERAL JOURNAL';
  readonly name: string;
  readonly head: Part;
  readonly splits: readonly Part[];
}

function saleBlock(
  sale: LedgerSale,
  type: Block['type'],
  accounts: ExportSettings['accounts'],
  words: ExportWords,
): Block {
  const splits = [
    { account: accounts.sales, amount: negate(sale.price), memo: itemText(sale) },
    ...sale.fees.map(({ kind, amount }) => ({
      account: kind === 'shipping' ? accounts.shipping : accounts.fees,
      amount,
      memo: words.fee(kind),
    })),
  ];
  const head = { account: accounts.bank, amount: sale.net, memo: sale.orderNumber };
  return { on: sale.on, type, name: words.platform(sale.platform), head, splits };
}

function cheque(
  on: Movement['on'],
  name: string,
  amount: Money,
  memo: string,
  { bank }: ExportSettings['accounts'],
  account: string,
): Block {
  return {
    on,
    type: 'CHECK',
    name,
    head: { account: bank, amount: negate(amount), memo },
    splits: [{ account, amount, memo }],
  };
}

function blockLines({ on, type, name, head, splits }: Block): readonly string[][] {
  const day = dayAs('mm/dd/yyyy', on);
  const line = (mark: string, { account, amount, memo }: Part): string[] => [
    mark,
    type,
    day,
    // Must be the account's very name: only what would end the field is taken out.
    oneLine(account),
    guardCell(oneLine(name)),
    moneyDecimal(amount),
    guardCell(oneLine(memo)),
  ];
  return [line('TRNS', head), ...splits.map((split) => line('SPL', split)), ['ENDTRNS']];
}

/** Without what ends a field or a line there. */
function oneLine(text: string): string {
  return text.replaceAll(/[\s"]+/g, ' ').trim();
}
