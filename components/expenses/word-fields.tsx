import { Autocomplete, NativeSelect, Textarea } from '@mantine/core';
import { EXPENSE_CATEGORIES, type ExpenseCategory } from '@/lib/domain/expenses/expense';
import { expenseCategoryText } from '../bridge/expense-words';
import { t } from '../ui/text';

interface CategoryFieldProps {
  readonly value: ExpenseCategory;
  readonly onChange: (category: ExpenseCategory) => void;
}

export function CategoryField({ value, onChange }: CategoryFieldProps) {
  return (
    <NativeSelect
      label={t('expenses.category')}
      value={value}
      onChange={(event) => onChange(EXPENSE_CATEGORIES.find((each) => each === event.currentTarget.value) ?? value)}
      data={categoryChoices()}
    />
  );
}

export function categoryChoices(): { value: string; label: string }[] {
  return EXPENSE_CATEGORIES.map((value) => ({ value, label: expenseCategoryText(value) }));
}

interface WordsProps {
  readonly supplier: string;
  readonly note: string;
  readonly suppliers: readonly string[];
  readonly onChange: (part: { readonly supplier: string } | { readonly note: string }) => void;
}

/** Who was paid, and what for. */
export function WordFields({ supplier, note, suppliers, onChange }: WordsProps) {
  return (
    <>
      <Autocomplete
        label={t('expenses.supplier')}
        value={supplier}
        maxLength={120}
        limit={8}
        data={[...suppliers]}
        onChange={(next) => onChange({ supplier: next })}
      />
      <Textarea
        label={t('expenses.note')}
        autosize
        minRows={2}
        maxLength={2000}
        value={note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  );
}
