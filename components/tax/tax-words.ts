import type { TaxRule } from '@/lib/domain/tax/rules/rule';
import type { StockBookGap } from '@/lib/domain/tax/stock-book';
import type { LeftReason } from '@/lib/domain/tax/tax-books';
import type { TaxEntry, TaxReportKind } from '@/lib/domain/tax/tax-report';
import { calendarDayText } from '../ui/format';
import { t } from '../ui/text';

const KINDS: Readonly<Record<TaxReportKind, () => string>> = {
  'uk-vat': () => t('tax.kindUkVat'),
  'au-bas': () => t('tax.kindAuBas'),
  'eu-vat': () => t('tax.kindEuVat'),
  oss: () => t('tax.kindOss'),
  year: () => t('tax.kindYear'),
};

export function reportKindText(kind: TaxReportKind): string {
  return KINDS[kind]();
}

const ENTRIES: Readonly<Record<TaxEntry['kind'], () => string>> = {
  sale: () => t('tax.entrySale'),
  reversal: () => t('tax.entryReversal'),
  purchase: () => t('tax.entryPurchase'),
  stock: () => t('tax.entryStock'),
  expense: () => t('tax.entryExpense'),
  fees: () => t('tax.entryFees'),
  credit: () => t('tax.entryCredit'),
  scheme: () => t('tax.entryScheme'),
};

export function entryKindText(kind: TaxEntry['kind']): string {
  return ENTRIES[kind]();
}

const REASONS: Readonly<Record<LeftReason, () => string>> = {
  'no-rate': () => t('tax.leftNoRate'),
  'no-cost': () => t('tax.leftNoCost'),
  'no-pair': () => t('tax.leftNoPair'),
  'no-purchase-day': () => t('tax.leftNoPurchaseDay'),
  'no-reversal-day': () => t('tax.leftNoReversalDay'),
  'no-payout': () => t('tax.leftNoPayout'),
  'no-country': () => t('tax.leftNoCountry'),
  'no-tax-rate': () => t('tax.leftNoTaxRate'),
};

export function leftReasonText(reason: LeftReason): string {
  return REASONS[reason]();
}

const GAPS: Readonly<Record<StockBookGap, () => string>> = {
  number: () => t('tax.gapNumber'),
  seller: () => t('tax.gapSeller'),
  cost: () => t('tax.gapCost'),
  'purchase-day': () => t('tax.gapPurchaseDay'),
  buyer: () => t('tax.gapBuyer'),
  invoice: () => t('tax.gapInvoice'),
};

export function gapText(gap: StockBookGap): string {
  return GAPS[gap]();
}

/** Who says so, and since when it holds. */
export function ruleSourceText({ source, from }: TaxRule): string {
  return t('tax.ruleSource', [source, calendarDayText(from)]);
}

export function certaintyText(certainty: TaxRule['certainty']): string {
  if (certainty === 'seen') return t('tax.ruleSeen');
  return certainty === 'second' ? t('tax.ruleSecond') : t('tax.ruleGeneral');
}
