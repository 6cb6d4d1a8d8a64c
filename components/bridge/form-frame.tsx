import type { KeyboardEvent, ReactNode } from 'react';
import styles from './form-frame.module.css';

export interface FormFrameProps {
  readonly label: string;
  readonly onSave: () => void;
  readonly children: ReactNode;
  /** Buttons at the bottom, always in sight. */
  readonly actions: ReactNode;
}

/** A form in a drawer: Ctrl+Enter saves from anywhere, Enter alone never does, the buttons stay in sight. */
export function FormFrame({ label, onSave, children, actions }: FormFrameProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.defaultPrevented) return;
    if (event.ctrlKey || event.metaKey) onSave();
    else if (!(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
  };
  return (
    <form
      aria-label={label}
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onKeyDown={onKeyDown}
      noValidate
    >
      <div className={`${styles['fields']} archvd-scroll`}>{children}</div>
      <footer className={styles['actions']}>{actions}</footer>
    </form>
  );
}
