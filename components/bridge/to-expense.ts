import { useCallback } from 'react';
import { windowStore } from '@/lib/settings/window-store';
import { useRoute } from '../ui/use-route';

const KEY = 'archvd-expense-pairs';

/** The forms about expenses, as the address names them. */
export const EXPENSE_FORMS = ['expense', 'mileage', 'recurring'] as const;

export type ExpenseFormName = (typeof EXPENSE_FORMS)[number];

/** Pairs a new expense is for: hundreds of ids are no address, so they are kept beside it. */
export function pairsOfNewExpense(): readonly string[] {
  const kept = windowStore.read(KEY);
  return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [];
}

/** Opens the form that writes an expense down for these pairs (none: overhead), over whatever screen it is. */
export function useAddExpense(): (pairIds?: readonly string[]) => void {
  const { change } = useRoute();
  return useCallback(
    (pairIds = []) => {
      windowStore.write(KEY, [...pairIds]);
      change({ add: 'expense' });
    },
    [change],
  );
}
