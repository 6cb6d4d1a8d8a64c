import { localDate } from '@/lib/domain/time/local-date';
import { writeExpenseCsv } from '@/lib/files/write-expense-csv';
import type { ExpenseEntry } from '@/lib/queries/expenses';
import { downloadFile } from '../bridge/download-file';
import { expenseCategoryText } from '../bridge/expense-words';
import { localOffset } from '../bridge/local-time';
import { t } from '../ui/text';
import { toast } from '../ui/toast';

const NAME = 'archvd-expenses.csv';

/** Saves the expenses that are shown as a table. */
export function exportExpenses(entries: readonly ExpenseEntry[]): void {
  const text = writeExpenseCsv(
    entries.map(({ expense, counted, receipts }) => ({
      day: localDate(expense.spentAt, localOffset),
      category: expenseCategoryText(expense.category),
      amount: expense.amount,
      tax: expense.tax,
      here: counted,
      supplier: expense.supplier,
      note: expense.note,
      pairs: expense.pairIds.length,
      receipts,
    })),
  );
  downloadFile(NAME, 'text/csv;charset=utf-8', text);
  toast(t('watch.exported', [NAME]));
}
