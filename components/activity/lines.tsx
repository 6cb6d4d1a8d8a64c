import type { ReactNode } from 'react';
import styles from './activity.module.css';

export type Line = readonly [label: string, value: ReactNode];

/** Names to the left, what is known to the right. */
export function Lines({ lines }: { readonly lines: readonly Line[] }) {
  return (
    <dl className={styles['lines']}>
      {lines.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="archvd-figure">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
