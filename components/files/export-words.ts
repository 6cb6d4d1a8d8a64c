import type { FeeKind } from '@/lib/domain/exports/ledger';
import type { ExportWords } from '@/lib/files/export-words';
import { expenseCategoryText } from '../bridge/expense-words';
import { platformText } from '../bridge/sale-platform';
import { t } from '../ui/text';

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

/** The words of a sales invoice. */
export function invoiceWords() {
  return {
    title: t('exports.invoice.title'),
    number: t('exports.invoice.number'),
    date: t('exports.invoice.date'),
    to: t('exports.invoice.to'),
    item: t('exports.invoice.item'),
    total: t('exports.invoice.total'),
    margin: t('exports.invoice.margin'),
  };
}
