import { useMemo, useRef, useState } from 'react';
import type { ExpenseList } from '@/lib/queries/expenses';
import type { Live } from '../bridge/use-live';
import type { ListHandle } from '../ui/data-list';
import { useListKeys } from '../ui/use-list-keys';
import { useSelection } from '../ui/use-selection';

/** The rows with their marks and keys. */
export function useMarkedExpenses(live: Live<ExpenseList>) {
  const found = useMemo(() => live.value?.entries.map(({ expense }) => expense.id) ?? [], [live.value]);
  const known = useMemo(() => new Set(found), [found]);
  const exists = useMemo(() => (id: string) => known.has(id), [known]);
  const marks = useSelection(found, exists);
  const [help, setHelp] = useState(false);
  const [marking, setMarking] = useState(false);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<ListHandle>(null);
  const clear = () => {
    marks.clear();
    setMarking(false);
  };
  useListKeys({
    search,
    list,
    onHelp: () => setHelp(true),
    onAll: marks.onAll,
    onEscape: marks.ids.length > 0 || marking ? clear : null,
  });
  return {
    marks,
    clear,
    inCompact: marking || marks.ids.length > 0,
    startMarking: () => setMarking(true),
    keys: { search, list, help, closeHelp: () => setHelp(false) },
  };
}
