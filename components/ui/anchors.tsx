import { useEffect } from 'react';
import styles from './chips.module.css';

export interface AnchorsProps {
  readonly label: string;
  readonly links: readonly { readonly id: string; readonly label: string }[];
  /** The part to show first, from the address. */
  readonly open: string | null;
}

function jumpTo(id: string): void {
  document.getElementById(id)?.scrollIntoView({ block: 'start' });
}

/** Jumps within one long screen; the address belongs to the routes. */
export function Anchors({ label, links, open }: AnchorsProps) {
  useEffect(() => {
    if (open !== null) jumpTo(open);
  }, [open]);
  return (
    <nav className={styles['chips']} aria-label={label}>
      {links.map(({ id, label: text }) => (
        <button key={id} type="button" className={styles['chip']} onClick={() => jumpTo(id)}>
          {text}
        </button>
      ))}
    </nav>
  );
}
