import { movementsOf } from '@/lib/domain/exports/movements';
import { t } from '../ui/text';
import type { ExportFormat } from './export-format';
import { EXPORT_WORDS, invoiceWords } from './export-words';

/** Every file that can be taken out, the most asked for first. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  {
    id: 'xlsx',
    title: () => t('exports.xlsx'),
    text: () => t('exports.xlsxText'),
    options: [],
    returns: 'restated',
    make: async (ledger) => {
      const [{ exportTables }, { writeXlsx }] = await Promise.all([
        import('@/lib/files/write-books-csv'),
        import('@/lib/files/write-xlsx'),
      ]);
      return [await writeXlsx(`books-${ledger.from}-${ledger.to}`, exportTables(ledger, EXPORT_WORDS))];
    },
  },
  {
    id: 'csv',
    title: () => t('exports.csv'),
    text: () => t('exports.csvText'),
    options: [],
    returns: 'restated',
    make: async (ledger) => {
      const { exportTables, writeTable } = await import('@/lib/files/write-books-csv');
      return exportTables(ledger, EXPORT_WORDS).map(writeTable);
    },
  },
  {
    id: 'xero-invoices',
    title: () => t('exports.xeroInvoices'),
    text: () => t('exports.xeroInvoicesText'),
    options: ['accounts', 'tax-names', 'fees', 'day-order'],
    returns: 'booked',
    make: async (ledger, settings) => {
      const { writeXeroInvoices } = await import('@/lib/files/write-xero');
      return [writeXeroInvoices(ledger, settings, EXPORT_WORDS)];
    },
  },
  {
    id: 'xero-bank',
    title: () => t('exports.xeroBank'),
    text: () => t('exports.xeroBankText'),
    options: ['day-order'],
    returns: 'moved',
    make: async (ledger, settings) => {
      const { writeXeroBank } = await import('@/lib/files/write-xero-bank');
      const slip = settings.dayOrder === 'day-first' ? 'Cheque Number' : 'Check Number';
      return writeXeroBank(movementsOf(ledger, EXPORT_WORDS), settings, slip);
    },
  },
  {
    id: 'quickbooks-bank',
    title: () => t('exports.qboBank'),
    text: () => t('exports.qboBankText'),
    options: ['day-order'],
    returns: 'moved',
    make: async (ledger, settings) => {
      const { writeQuickBooksBank } = await import('@/lib/files/write-quickbooks');
      return writeQuickBooksBank(movementsOf(ledger, EXPORT_WORDS), settings);
    },
  },
  {
    id: 'iif',
    title: () => t('exports.iif'),
    text: () => t('exports.iifText'),
    options: ['accounts', 'bank-account'],
    returns: 'booked',
    make: async (ledger, settings) => {
      const { writeIif } = await import('@/lib/files/write-quickbooks');
      return [writeIif(ledger, settings, EXPORT_WORDS)];
    },
  },
  {
    id: 'freeagent',
    title: () => t('exports.freeagent'),
    text: () => t('exports.freeagentText'),
    options: [],
    returns: 'moved',
    make: async (ledger) => {
      const { writeFreeAgent } = await import('@/lib/files/write-freeagent');
      return [writeFreeAgent(movementsOf(ledger, EXPORT_WORDS))];
    },
  },
  {
    id: 'sage-audit',
    title: () => t('exports.sageAudit'),
    text: () => t('exports.sageAuditText'),
    options: ['accounts', 'bank-account'],
    returns: 'booked',
    make: async (ledger, settings) => {
      const { writeSageAudit } = await import('@/lib/files/write-sage');
      return [writeSageAudit(ledger, settings, EXPORT_WORDS)];
    },
  },
  {
    id: 'sage-bank',
    title: () => t('exports.sageBank'),
    text: () => t('exports.sageBankText'),
    options: [],
    returns: 'moved',
    make: async (ledger) => {
      const { writeSageBank } = await import('@/lib/files/write-sage');
      return [writeSageBank(movementsOf(ledger, EXPORT_WORDS))];
    },
  },
  {
    id: 'beancount',
    title: () => t('exports.beancount'),
    text: () => t('exports.beancountText'),
    options: [],
    returns: 'booked',
    make: async (ledger) => {
      const { writeBeancount } = await import('@/lib/files/write-beancount');
      return [writeBeancount(ledger, EXPORT_WORDS)];
    },
  },
  {
    id: 'margin-invoices',
    title: () => t('exports.invoices'),
    text: () => t('exports.invoicesText'),
    options: ['seller'],
    returns: 'booked',
    make: async (ledger, { seller }) => {
      const { writeMarginInvoices } = await import('@/lib/files/write-invoices');
      return [writeMarginInvoices(ledger, seller, invoiceWords())];
    },
  },
];
