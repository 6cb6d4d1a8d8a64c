import { IconX } from '@tabler/icons-react';
import styles from './removable-chip.module.css';

interface RemovableChipProps {
  /** What pressing it does, for those who do not see the cross. */
  readonly label: string;
  readonly onRemove: () => void;
  readonly children: string;
}

/** One thing a list is narrowed by, taken away with one press. */
export function RemovableChip({ label, onRemove, children }: RemovableChipProps) {
  return (
    <button type="button" className={styles['chip']} aria-label={label} onClick={onRemove}>
      {children}
      <IconX size={13} aria-hidden="true" />
    </button>
  );
}
