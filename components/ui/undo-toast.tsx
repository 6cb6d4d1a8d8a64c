import { Button } from '@mantine/core';
import { t } from './text';

export function UndoToast({ message, onUndo }: { readonly message: string; readonly onUndo: () => void }) {
  return (
    <span style={{ display: 'flex', alignItems: 'center', gap: 8 }}>
      <span style={{ flex: 1 }}>{message}</span>
      <Button variant="subtle" size="compact-sm" onClick={onUndo}>
        {t('action.undo')}
      </Button>
    </span>
  );
}
