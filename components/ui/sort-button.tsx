import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Sort } from './sort';
import styles from './sort-button.module.css';

interface SortButtonProps {
  /** How the table stands now; null where it stands by another column. */
  readonly sorted: Sort | null;
  readonly onSort: () => void;
  readonly children: ReactNode;
}

/** A heading that orders its table, with an arrow where it does. */
export function SortButton({ sorted, onSort, children }: SortButtonProps) {
  const Arrow = sorted?.down ? IconArrowDown : IconArrowUp;
  return (
    <button type="button" className={styles['sort']} onClick={onSort}>
      {children}
      {sorted === null ? null : <Arrow size={12} aria-hidden="true" />}
    </button>
  );
}

/** What a heading says of its order to those who do not see the arrow. */
export function ariaSort(sorted: Sort | null): 'ascending' | 'descending' | undefined {
  if (sorted === null) return undefined;
  return sorted.down ? 'descending' : 'ascending';
}
