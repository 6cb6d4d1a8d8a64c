import type { ReactNode } from 'react';
import styles from './two-line.module.css';

export interface TwoLineProps {
  readonly picture?: ReactNode;
  readonly title: ReactNode;
  readonly subtitle: ReactNode;
  readonly top: ReactNode;
  readonly bottom: ReactNode;
}

/** A row where there is no room for columns: name and facts to the left, figures to the right. */
export function TwoLine({ picture, title, subtitle, top, bottom }: TwoLineProps) {
  return (
    <div role="cell" className={styles['line']}>
      {picture}
      <div className={styles['lines']}>
        <div>
          <span className="archvd-clip archvd-strong">{title}</span>
          <span className={styles['figures']}>{top}</span>
        </div>
        <div>
          <span className={`archvd-clip ${styles['quiet']}`}>{subtitle}</span>
          <span className={styles['figures']}>{bottom}</span>
        </div>
      </div>
    </div>
  );
}
