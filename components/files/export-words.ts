import type { FeeKind } from '@/lib/domain/exports/ledger';
import type { ExportWords } from '@/lib/files/export-words';
import { expenseCategoryText } from '../bridge/expense-words';
import { platformText } from '../bridge/sale-platform';
import { t } from '../ui/text';
import type { ExportFormat } from './export-format';

const FEES: Readonly<Record<FeeKind, () => string>> = {
  commission: () => t('exports.fee.commission'),
  sellerFee: () => t('exports.fee.sellerFee'),
  processing: () => t('exports.fee.processing'),
  shipping: () => t('exports.fee.shipping'),
  advertising: () => t('exports.fee.advertising'),
  penalty: () => t('exports.fee.penalty'),
  feeTax: () => t('exports.fee.feeTax'),
  cashOut: () => t('exports.fee.cashOut'),
  adjustment: () => t('exports.fee.adjustment'),
};

/** What platforms, categories and fees are called in a file. */
export const EXPORT_WORDS: ExportWords = {
  platform: platformText,
  category: expenseCategoryText,
  fee: (kind) => FEES[kind](),
};

const RETURNS: Readonly<Record<ExportFormat['returns'], () => string>> = {
  restated: () => t('exports.returns.restated'),
  booked: () => t('exports.returns.booked'),
  moved: () => t('exports.returns.moved'),
};

/** What a file says of sales that were given back. */
export function returnsText({ returns }: Pick<ExportFormat, 'returns'>): string {
  return RETURNS[returns]();
}

/** The words of a sales invoice. */
export function invoiceWords() {
  return {
    title: t('exports.invoice.title'),
    creditTitle: t('exports.invoice.creditTitle'),
    credits: t('exports.invoice.credits'),
    number: t('exports.invoice.number'),
    date: t('exports.invoice.date'),
    to: t('exports.invoice.to'),
    item: t('exports.invoice.item'),
    total: t('exports.invoice.total'),
    margin: t('exports.invoice.margin'),
  };
}
