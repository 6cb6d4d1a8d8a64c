import type { ReactNode } from 'react';
import styles from './screen.module.css';

export interface ScreenProps {
  readonly title: string;
  /** How fresh the figures are, and other quiet facts. */
  readonly aside?: ReactNode;
  /** The one primary action. */
  readonly action?: ReactNode;
  /** A second line: search, chips. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
  /** The list scrolls by itself; everything else scrolls as one page. */
  readonly fixed?: boolean;
}

/** Header of every screen: title, freshness, one primary action. */
export function Screen({ title, aside, action, tools, children, fixed = false }: ScreenProps) {
  return (
    <div className={styles['screen']}>
      <header className={styles['header']}>
        <div className={styles['line']}>
          <h1>{title}</h1>
          <div className={styles['aside']}>{aside}</div>
          {action}
        </div>
        {tools === undefined ? null : <div className={styles['tools']}>{tools}</div>}
      </header>
      <div className={fixed ? styles['fixed'] : `${styles['body']} archvd-scroll`}>{children}</div>
    </div>
  );
}

/** A titled part of a screen. */
export function Section({
  title,
  action,
  children,
}: {
  readonly title: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles['section']}>
      <div className={styles['sectionTitle']}>
        <h2>{title}</h2>
        {action}
      </div>
      {children}
    </section>
  );
}
