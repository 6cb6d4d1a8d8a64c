import type { ExpenseCategory } from '@/lib/domain/expenses/expense';
import { t } from '../ui/text';

const CATEGORIES: Readonly<Record<ExpenseCategory, () => string>> = {
  postage: () => t('expenseCategory.postage'),
  packaging: () => t('expenseCategory.packaging'),
  'platform-fees': () => t('expenseCategory.platformFees'),
  advertising: () => t('expenseCategory.advertising'),
  travel: () => t('expenseCategory.travel'),
  mileage: () => t('expenseCategory.mileage'),
  cleaning: () => t('expenseCategory.cleaning'),
  storage: () => t('expenseCategory.storage'),
  equipment: () => t('expenseCategory.equipment'),
  software: () => t('expenseCategory.software'),
  office: () => t('expenseCategory.office'),
  professional: () => t('expenseCategory.professional'),
  bank: () => t('expenseCategory.bank'),
  other: () => t('expenseCategory.other'),
};

/** What money was spent on, in the seller's words. */
export function expenseCategoryText(category: ExpenseCategory): string {
  return CATEGORIES[category]();
}
