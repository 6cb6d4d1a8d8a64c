import type { BankThings } from '@/lib/queries/bank-things';
import type { Candidate } from '@/lib/domain/reconcile/candidate';
import type { FileProblem, LineProblem } from '@/lib/files/statement';
import { readReasons, writeReasons } from '@/lib/domain/reconcile/reason';
import { expenseCategoryText } from '../bridge/expense-words';
import { platformText } from '../bridge/sale-platform';
import { calendarDayText, countText, dateText, moneyText, percentText } from '../ui/format';
import { t } from '../ui/text';

type Named = Pick<Candidate, 'kind' | 'ids'>;

/** What a line is or may be, in a few words: "StockX payout of 10 Mar 2026", "3 alias sales", "Postage, Royal Mail". */
export function thingText({ kind, ids }: Named, things: BankThings): string {
  const [id = ''] = ids;
  if (ids.length > 1 && kind !== 'sales') return t('bank.several', [countText(ids.length)]);
  if (kind === 'payout') {
    const payout = things.payouts.get(id);
    if (payout === undefined) return t('bank.gone');
    return t('bank.payoutOf', [platformText(payout.platform), dateText(payout.paidAt)]);
  }
  if (kind === 'sales') {
    const sale = things.sales.get(id);
    if (sale === undefined) return t('bank.gone');
    if (ids.length > 1) return t('bank.salesOf', [countText(ids.length), platformText(sale.marketplace)]);
    return t('bank.saleOf', [platformText(sale.marketplace), sale.name]);
  }
  const expense = things.expenses.get(id);
  if (expense === undefined) return t('bank.gone');
  return [expenseCategoryText(expense.category), expense.supplier].filter((part) => part !== '').join(', ');
}

const REASONS: Readonly<Record<string, (value: string) => string>> = {
  'same-amount': () => t('bank.whyAmount'),
  'by-rate': (value) => t('bank.whyRate', [percentText(Number(value) / 10_000)]),
  days: (value) => (value === '0' ? t('bank.whySameDay') : t('bank.whyDays', Number(value), [value])),
  payee: (value) => t('bank.whyPayee', [value]),
  ref: (value) => t('bank.whyRef', [value]),
  sales: (value) => t('bank.whySales', Number(value), [value]),
  'paid-on': (value) => t('bank.whyPaidOn', [calendarDayText(value)]),
  'cash-out': (value) => t('bank.whyCashOut', [`${Number(value) / 100} %`]),
  'all-until': (value) => t('bank.whyAllUntil', [calendarDayText(value)]),
  several: (value) => t('bank.whySeveral', [value]),
  'by-hand': () => t('bank.whyHand'),
};

/** Why they belong together, as kept with a match: "same amount, 2 days apart, names STOCKX". */
export function reasonsText(text: string): string {
  return readReasons(text)
    .map(({ code, value }) => REASONS[code]?.(value) ?? code)
    .join(', ');
}

export const candidateReasons = ({ reasons }: Candidate) => reasonsText(writeReasons(reasons));

const CONFIDENCE: Readonly<Record<Candidate['confidence'], () => string>> = {
  certain: () => t('bank.certain'),
  likely: () => t('bank.likely'),
  possible: () => t('bank.possible'),
};

export const confidenceText = (confidence: Candidate['confidence']) => CONFIDENCE[confidence]();

const FILE_PROBLEMS: Readonly<Record<FileProblem, () => string>> = {
  empty: () => t('bank.fileEmpty'),
  'too-large': () => t('bank.fileTooLarge'),
  'not-text': () => t('bank.fileNotText'),
  broken: () => t('bank.fileBroken'),
  entities: () => t('bank.fileEntities'),
  unclosed: () => t('bank.fileUnclosed'),
  'no-columns': () => t('bank.fileNoColumns'),
  'too-many-lines': () => t('bank.fileTooMany'),
  'unknown-format': () => t('bank.fileUnknown'),
};

/** What is wrong with a whole file. Nothing was changed. */
export const fileProblemText = (problem: FileProblem) => FILE_PROBLEMS[problem]();

const LINE_PROBLEMS: Readonly<Record<LineProblem, () => string>> = {
  'no-date': () => t('bank.lineNoDate'),
  'ambiguous-date': () => t('bank.lineAmbiguous'),
  'no-amount': () => t('bank.lineNoAmount'),
  'too-many-decimals': () => t('bank.lineDecimals'),
  'other-currency': () => t('bank.lineCurrency'),
  'not-booked': () => t('bank.lineNotBooked'),
  'not-bank': () => t('bank.lineNotBank'),
  'no-direction': () => t('bank.lineDirection'),
  broken: () => t('bank.lineBroken'),
};

/** Why a line of a file is left out. */
export const lineProblemText = (problem: LineProblem) => LINE_PROBLEMS[problem]();

/** An account by its name and the end of its number: "Main ··6789". */
export function accountText({ name, number }: { readonly name: string; readonly number: string }): string {
  return number === '' ? name : `${name} ··${number.slice(-4)}`;
}

/** What was expected where that is not what came: "$1,000 expected". */
export function expectedText({ expected }: Candidate, currency: string): string | null {
  return expected.currency === currency ? null : t('bank.expected', [moneyText(expected)]);
}
