import type { ReactNode } from 'react';
import styles from './pair.module.css';

export type Fact = readonly [label: string, value: ReactNode];

/** Names to the left, figures to the right. */
export function FactList({ title, facts }: { readonly title: string; readonly facts: readonly Fact[] }) {
  return (
    <section className={styles['section']}>
      <h3>{title}</h3>
      <dl className={styles['facts']}>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd className="archvd-figure">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
