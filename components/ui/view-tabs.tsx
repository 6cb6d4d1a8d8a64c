import type { ReactNode } from 'react';
import styles from './view-tabs.module.css';

interface ViewTab {
  readonly id: string;
  readonly href: string;
  readonly isCurrent: boolean;
  readonly label: ReactNode;
  readonly testId: string;
}

interface ViewTabsProps {
  readonly label: string;
  readonly tabs: readonly ViewTab[];
  /** Stands at the end of the line. */
  readonly children?: ReactNode;
}

/** The parts of a screen as links, as the first of its tools. */
export function ViewTabs({ label, tabs, children }: ViewTabsProps) {
  return (
    <nav className={styles['tabs']} aria-label={label}>
      {tabs.map((tab) => (
        <a
          key={tab.id}
          href={tab.href}
          className={styles['tab']}
          aria-current={tab.isCurrent ? 'page' : undefined}
          data-testid={tab.testId}
        >
          {tab.label}
        </a>
      ))}
      {children}
    </nav>
  );
}
