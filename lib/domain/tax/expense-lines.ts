import type { ExpenseCategory } from '../expenses/expense';
import type { TaxProfile } from './tax-profile';

/** Lines of Schedule C that expenses go to, unless the seller says otherwise. */
const USUAL_LINES: Readonly<Record<ExpenseCategory, string>> = {
  postage: '27',
  packaging: '22',
  'platform-fees': '10',
  advertising: '8',
  travel: '24a',
  mileage: '9',
  cleaning: '22',
  storage: '20b',
  equipment: '27',
  software: '18',
  office: '18',
  professional: '17',
  bank: '27',
  other: '27',
};

/** Lines an expense may be put on, as the form numbers them. */
export const EXPENSE_LINES = [
  '8',
  '9',
  '10',
  '11',
  '13',
  '15',
  '16b',
  '17',
  '18',
  '20b',
  '21',
  '22',
  '23',
  '24a',
  '25',
  '27',
] as const;

export type ExpenseLine = (typeof EXPENSE_LINES)[number];

/** The line of the yearly report a category goes to. */
export function lineOf({ expenseLines }: Pick<TaxProfile, 'expenseLines'>, category: ExpenseCategory): ExpenseLine {
  const own = expenseLines[category];
  return EXPENSE_LINES.find((line) => line === own) ?? (USUAL_LINES[category] as ExpenseLine);
}
