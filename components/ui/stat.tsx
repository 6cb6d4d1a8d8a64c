import type { HTMLAttributes, ReactNode } from 'react';
import styles from './stat.module.css';

export interface StatProps {
  readonly label: ReactNode;
  readonly children: ReactNode;
  readonly below?: ReactNode;
  readonly size?: 'md' | 'lg';
  /** Machine-readable attributes (`data-…`) for tests and the demo report. */
  readonly data?: HTMLAttributes<HTMLDivElement> & Record<`data-${string}`, string | undefined>;
}

/** One figure with its name. */
export function Stat({ label, children, below, size = 'md', data }: StatProps) {
  return (
    <div className={styles['stat']} data-size={size} {...data}>
      <div className={styles['label']}>{label}</div>
      <div className={styles['value']}>{children}</div>
      {below === undefined ? null : <div className={styles['below']}>{below}</div>}
    </div>
  );
}

/** Figures side by side, parted by hairlines; they wrap where there is no room. */
export function StatRow({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles['frame']}>
      <div className={styles['row']}>{children}</div>
    </div>
  );
}
