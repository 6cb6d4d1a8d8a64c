import type { SourceId } from '@/lib/domain/imports/entry';
import type { NoteReason, SkipReason } from '@/lib/files/formats/format';
import type { TableProblem } from '@/lib/files/table-problem';
import type { PreviewOutcome } from '@/lib/queries/import-preview';
import type { PastImport } from '@/lib/queries/past-imports';
import { countText } from '../ui/format';
import { t } from '../ui/text';

const SOURCES: Readonly<Record<SourceId, () => string>> = {
  stockx: () => t('imports.source.stockx'),
  'alias-sales': () => t('imports.source.aliasSales'),
  'alias-invoice': () => t('imports.source.aliasInvoice'),
  'ebay-transactions': () => t('imports.source.ebayTransactions'),
  'ebay-orders': () => t('imports.source.ebayOrders'),
  'ebay-earnings': () => t('imports.source.ebayEarnings'),
  depop: () => t('imports.source.depop'),
  shopify: () => t('imports.source.shopify'),
  cardtrader: () => t('imports.source.cardtrader'),
  'own-sales': () => t('imports.source.ownSales'),
  'own-stock': () => t('imports.source.ownStock'),
  'own-expenses': () => t('imports.source.ownExpenses'),
};

export function sourceText(source: string): string {
  return Object.hasOwn(SOURCES, source) ? SOURCES[source as SourceId]() : source;
}

const KINDS: Readonly<Record<PastImport['kind'], () => string>> = {
  'purchase-ledger': () => t('imports.kind.ledger'),
  backup: () => t('imports.kind.backup'),
  releases: () => t('imports.kind.releases'),
  sales: () => t('imports.kind.sales'),
  inventory: () => t('imports.kind.inventory'),
  expenses: () => t('imports.kind.expenses'),
  bank: () => t('imports.kind.bank'),
  payouts: () => t('imports.kind.payouts'),
  rates: () => t('imports.kind.rates'),
};

/** What an import brought that tells no report. */
export function kindText(kind: PastImport['kind']): string {
  return KINDS[kind]();
}

const REASONS: Readonly<Record<string, () => string>> = {
  'no-order': () => t('imports.reason.noOrder'),
  'no-date': () => t('imports.reason.noDate'),
  'bad-date': () => t('imports.reason.badDate'),
  'no-price': () => t('imports.reason.noPrice'),
  'bad-amount': () => t('imports.reason.badAmount'),
  'bad-size': () => t('imports.reason.badSize'),
  'no-size': () => t('imports.reason.noSize'),
  'bad-quantity': () => t('imports.reason.badQuantity'),
  'no-pair': () => t('imports.reason.noPair'),
  'bad-barcode': () => t('imports.reason.badBarcode'),
  'no-currency': () => t('imports.reason.noCurrency'),
  'bad-currency': () => t('imports.reason.badCurrency'),
  'error-cell': () => t('imports.reason.errorCell'),
  'price-differs': () => t('imports.reason.priceDiffers'),
  'currency-differs': () => t('imports.reason.currencyDiffers'),
  'other-shoe': () => t('imports.reason.otherShoe'),
  'looks-told': () => t('imports.reason.looksTold'),
  'after-sale-waits': () => t('imports.reason.afterSaleWaits'),
  'after-sale-by-hand': () => t('imports.reason.afterSaleByHand'),
  'refund-whole': () => t('imports.reason.refundWhole'),
  'refund-part': () => t('imports.reason.refundPart'),
  'refund-confirmed': () => t('imports.reason.refundConfirmed'),
  'later-fee': () => t('imports.reason.laterFee'),
};

/** Why a row is left out. */
export function rowReasonText(reason: string): string {
  return REASONS[reason]?.() ?? reason;
}

const NOTES: Readonly<Record<NoteReason, (text: string) => string>> = {
  'bad-barcode': (text) => t('imports.note.badBarcode', [text]),
};

/** What a row comes in without, and why. */
export function noteText(reason: NoteReason, text: string): string {
  return NOTES[reason](text);
}

const SKIPS: Readonly<Record<SkipReason, () => string>> = {
  hold: () => t('imports.skip.hold'),
  footer: () => t('imports.skip.footer'),
  headings: () => t('imports.skip.headings'),
  'not-sold': () => t('imports.skip.notSold'),
  'no-lines': () => t('imports.skip.noLines'),
};

export function skipText(reason: string, count: number): string {
  return `${countText(count)} ${SKIPS[reason as SkipReason]()}`;
}

const OUTCOMES: Readonly<Record<PreviewOutcome, () => string>> = {
  new: () => t('imports.outcome.new'),
  matched: () => t('imports.outcome.matched'),
  'needs-pair': () => t('imports.outcome.needsPair'),
  filled: () => t('imports.outcome.filled'),
  changed: () => t('imports.outcome.changed'),
  waiting: () => t('imports.outcome.waiting'),
  same: () => t('imports.outcome.same'),
  conflict: () => t('imports.outcome.conflict'),
};

export function outcomeText(outcome: PreviewOutcome): string {
  return OUTCOMES[outcome]();
}

const MEGABYTE = 1024 * 1024;

/** What is wrong with a file, what is safe, what to do. */
export function problemText(problem: TableProblem): string {
  switch (problem.kind) {
    case 'unclosed':
      return t('imports.problem.unclosed', [countText(problem.line)]);
    case 'too-large':
      return t('imports.problem.tooLarge', [countText(Math.round(problem.limit / MEGABYTE))]);
    default:
      return PROBLEMS[problem.kind]();
  }
}

const PROBLEMS: Readonly<Record<Exclude<TableProblem['kind'], 'unclosed' | 'too-large'>, () => string>> = {
  empty: () => t('imports.problem.empty'),
  'not-a-table': () => t('imports.problem.notATable'),
  'old-workbook': () => t('imports.problem.oldWorkbook'),
  'web-page': () => t('imports.problem.webPage'),
  pdf: () => t('imports.problem.pdf'),
  'locked-workbook': () => t('imports.problem.lockedWorkbook'),
  'broken-workbook': () => t('imports.problem.brokenWorkbook'),
  'no-such-sheet': () => t('imports.problem.noSuchSheet'),
  bomb: () => t('imports.problem.bomb'),
  'too-many-rows': () => t('imports.problem.tooManyRows'),
  changed: () => t('imports.problem.changed'),
};
