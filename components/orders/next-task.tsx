import { Button } from '@mantine/core';
import type { OrderRow } from '@/lib/queries/read-order-rows';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { fitFor, type OrderTask } from './order-actions';
import { labelled } from './orders-bar';

interface NextTaskProps {
  readonly rows: readonly OrderRow[];
  /** Whether these are all orders of the list: only then can they be counted. */
  readonly isAll: boolean;
  readonly onTask: (task: OrderTask | 'print') => void;
}

/** What comes next for all orders of the list, in one press, without marking them first. It asks before anything is sent. */
export function NextTask({ rows, isAll, onTask }: NextTaskProps) {
  const next = nextOf(rows);
  if (next === null) return null;
  const { task, count } = next;
  const text = WORDS[task]();
  return (
    <Button size="compact-sm" h={28} onClick={() => onTask(task)} data-testid="orders-next">
      {isAll ? `${text} (${countText(count)})` : text}
    </Button>
  );
}

const WORDS = {
  'confirm-label': () => t('orders.confirmAndLabel'),
  label: () => t('orders.label'),
  print: () => t('labels.title'),
};

/** Confirming first, since its time runs out first; then labels to be made; then labels to be printed. */
function nextOf(rows: readonly OrderRow[]): { readonly task: keyof typeof WORDS; readonly count: number } | null {
  if (fitFor('confirm', rows).length > 0) return { task: 'confirm-label', count: fitFor('confirm-label', rows).length };
  const toLabel = fitFor('label', rows).length;
  if (toLabel > 0) return { task: 'label', count: toLabel };
  const ready = labelled(rows).length;
  return ready > 0 ? { task: 'print', count: ready } : null;
}
