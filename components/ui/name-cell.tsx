import type { ReactNode } from 'react';
import { RowLink } from './row-link';
import styles from './row-link.module.css';

export interface NameCellProps {
  readonly picture: ReactNode;
  readonly name: string;
  /** null: nothing to open. */
  readonly href: string | null;
  readonly code: string | null;
}

/** Picture, name and style code on one line; where that is too narrow for both, the code goes. */
export function NameCell({ picture, name, href, code }: NameCellProps) {
  return (
    <span className={styles['cell']}>
      {picture}
      <span className="archvd-clip">{href === null ? name : <RowLink href={href}>{name}</RowLink>}</span>
      {code === null || code === name ? null : <span className={styles['code']}>{code}</span>}
    </span>
  );
}
