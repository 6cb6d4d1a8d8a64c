import type { ReactNode } from 'react';
import styles from './pill.module.css';

export interface PillProps {
  readonly tone?: 'plain' | 'accent' | 'needs-you';
  readonly title?: string;
  readonly children: ReactNode;
}

/** A state in one word. Green and red are kept for money; amber for what needs the person. */
export function Pill({ tone = 'plain', title, children }: PillProps) {
  return (
    <span className={styles['pill']} data-tone={tone} title={title}>
      {children}
    </span>
  );
}
