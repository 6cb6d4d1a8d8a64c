import { Button } from '@mantine/core';
import { t } from '../ui/text';

interface SaveActionsProps {
  readonly onClose: () => void;
  readonly onSave: () => void;
  /** It is being saved, and cannot be asked for again. */
  readonly busy: boolean;
  /** What the button says that saves. */
  readonly save?: string;
  /** There is nothing yet that could be saved. */
  readonly disabled?: boolean;
  readonly testId?: string;
}

/** The two ways out of a form. */
export function SaveActions({ onClose, onSave, busy, save, disabled = false, testId }: SaveActionsProps) {
  return (
    <>
      <Button variant="default" onClick={onClose}>
        {t('action.cancel')}
      </Button>
      <Button onClick={onSave} loading={busy} disabled={disabled} title={t('add.keys')} data-testid={testId}>
        {save ?? t('action.save')}
      </Button>
    </>
  );
}
