import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { t } from './text';

export interface UndoToastProps {
  readonly message: string;
  readonly onUndo: () => void;
  /** Of several, only the newest answers to the keys. */
  readonly isNewest: () => boolean;
}

/** What was done and the way back, by button or Ctrl+Z (outside of a field, where that undoes typing). */
export function UndoToast({ message, onUndo, isNewest }: UndoToastProps) {
  useHotkeys([['mod+Z', () => isNewest() && onUndo()]]);
  return (
    <span style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
      <span style={{ flex: 1 }}>{message}</span>
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={onUndo}
        title={t('action.undoKeys')}
        aria-keyshortcuts="Control+Z"
      >
        {t('action.undo')}
      </Button>
    </span>
  );
}
