import { useEffect, useRef, type ReactNode } from 'react';
import { t } from '../ui/text';
import styles from './connect.module.css';

export interface StepProps {
  readonly title: string;
  readonly lead: string;
  /** Which of the numbered steps this is; left out before the first and after the last. */
  readonly nth?: number;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** Connect, preferences, two offers, the first reading. */
const STEPS = 4;

/** One step of the first run. Its heading takes the focus, so that a screen reader and the keyboard begin there. */
export function Step({ title, lead, nth, wide = false, children }: StepProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={styles['card']} data-wide={wide || undefined}>
      {nth === undefined ? null : <p className={styles['nth']}>{t('connect.stepOf', [String(nth), String(STEPS)])}</p>}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p className={styles['lead']}>{lead}</p>
      {children}
    </div>
  );
}
