import { EXPENSE_CATEGORIES, type ExpenseCategory } from '@/lib/domain/expenses/expense';
import { periodChoice, type PeriodChoice } from '../bridge/local-time';

/** What the list is narrowed to; the address keeps it as `category~period~pair`. */
export interface ExpenseView {
  readonly category: ExpenseCategory | null;
  readonly period: PeriodChoice;
  readonly pairId: string | null;
}

/** Reads what an address says; what it does not know narrows nothing. */
export function parseExpenseView(filter: string | null): ExpenseView {
  const [category = '', period = '', pairId = ''] = (filter ?? '').split('~');
  return {
    category: EXPENSE_CATEGORIES.find((each) => each === category) ?? null,
    period: periodChoice(period) ?? 'all',
    pairId: pairId === '' ? null : pairId,
  };
}

/** The same for an address; null: everything is shown. */
export function expenseViewText({ category, period, pairId }: ExpenseView): string | null {
  const text = [category ?? '', period === 'all' ? '' : period, pairId ?? ''].join('~');
  return text === '~~' ? null : text;
}
