import { useHotkeys } from '@mantine/hooks';
import type { OrderTask } from './order-actions';

/** Keys of the screen, in the order they are told. */
export const ORDER_KEYS: readonly (readonly [key: string, task: OrderTask | 'print'])[] = [
  ['C', 'confirm'],
  ['B', 'confirm-label'],
  ['L', 'label'],
  ['P', 'print'],
  ['S', 'ship'],
];

/**
 * Letters for what is done most, to the orders that are marked, or else to the one that has the focus. Each opens what
 * asks once more; nothing is sent by a key alone.
 *
 * @param onTask with the place of the row that has the focus; null: none has
 */
export function useOrderKeys(onTask: (task: OrderTask | 'print', index: number | null) => void): void {
  useHotkeys(
    ORDER_KEYS.map(([key, task]) => [
      key,
      (event: KeyboardEvent) => {
        const { target } = event;
        if (event.defaultPrevented || !(target instanceof Element)) return;
        if (target.closest('[role="dialog"], [role="menu"], [role="listbox"], aside') !== null) return;
        event.preventDefault();
        const row = target.closest<HTMLElement>('[data-index]')?.dataset['index'];
        onTask(task, row === undefined ? null : Number(row));
      },
      { preventDefault: false },
    ]),
    ['INPUT', 'TEXTAREA', 'SELECT'],
  );
}
