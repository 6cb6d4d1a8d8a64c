import styles from './row-button.module.css';

interface RowButtonProps {
  readonly onClick: () => void;
  readonly children: string;
}

/** The name of a row that opens beside its list, with no address of its own. */
export function RowButton({ onClick, children }: RowButtonProps) {
  return (
    <button type="button" className={styles['button']} onClick={onClick}>
      {children}
    </button>
  );
}
