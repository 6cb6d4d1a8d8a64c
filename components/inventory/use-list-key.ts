import { useHotkeys } from '@mantine/hooks';
import { useListPairs } from '../bridge/to-list';

/** L lists the marked pairs, or the one whose row has the focus. */
export function useListKey(found: readonly string[], marked: readonly string[]): void {
  const listPairs = useListPairs();
  useHotkeys([
    [
      'L',
      () => {
        const row = document.activeElement?.closest<HTMLElement>('[data-index]');
        const focused = row === null || row === undefined ? undefined : found[Number(row.dataset['index'])];
        const ids = marked.length > 0 ? marked : focused === undefined ? [] : [focused];
        if (ids.length > 0 && document.querySelector('[role="dialog"]') === null) listPairs(ids);
      },
    ],
  ]);
}
