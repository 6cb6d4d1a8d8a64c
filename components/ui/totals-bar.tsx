import type { ComponentProps } from 'react';
import styles from './totals-bar.module.css';

/** What the rows of a list come to, above them. It keeps its room while they are read: `<TotalsBar aria-busy="true" />`. */
export function TotalsBar(props: Omit<ComponentProps<'div'>, 'className'>) {
  return <div {...props} className={styles['bar']} />;
}
