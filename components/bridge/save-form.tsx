import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../ui/text';
import { FormFrame } from './form-frame';

interface SaveFormProps {
  readonly label: string;
  readonly onClose: () => void;
  readonly onSave: () => void;
  /** It is being saved, and cannot be asked for again. */
  readonly busy: boolean;
  /** What the button says that saves. */
  readonly save?: string;
  /** There is nothing yet that could be saved. */
  readonly disabled?: boolean;
  /** Of the button that saves. */
  readonly testId?: string;
  readonly children: ReactNode;
}

/** A form in a drawer with two ways out of it: left as it was, or saved. */
export function SaveForm({ label, onClose, onSave, busy, save, disabled = false, testId, children }: SaveFormProps) {
  return (
    <FormFrame
      label={label}
      onSave={onSave}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button onClick={onSave} loading={busy} disabled={disabled} title={t('add.keys')} data-testid={testId}>
            {save ?? t('action.save')}
          </Button>
        </>
      }
    >
      {children}
    </FormFrame>
  );
}
