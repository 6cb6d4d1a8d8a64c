import type { ReactNode } from 'react';
import styles from './fact-lines.module.css';

export type FactLine = readonly [label: string, value: ReactNode];

/** Names to the left, what is known to the right. */
export function FactLines({ lines }: { readonly lines: readonly FactLine[] }) {
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
