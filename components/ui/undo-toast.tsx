import { Button } from '@mantine/core';
import { t } from './text';

export interface UndoToastProps {
  readonly message: string;
  readonly onUndo: () => void;
}

/** What was done and the way back, by button; the keys for it are heard by `useUndoKeys`. */
export function UndoToast({ message, onUndo }: UndoToastProps) {
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
