import { useId, type ReactNode } from 'react';
import styles from './settings.module.css';

export interface SubPartProps {
  readonly title: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** A part of a section, with a line above it. */
export function SubPart({ title, text, children }: SubPartProps) {
  const id = useId();
  return (
    <section className={styles['sub']} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {text === undefined ? null : <p>{text}</p>}
      {children}
    </section>
  );
}
