import { Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from './text';

export interface ConfirmProps {
  readonly opened: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** The verb of what will happen, e.g. "Restore". */
  readonly verb: string;
  readonly busy?: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks before something that cannot be undone with one click. */
export function Confirm({ opened, title, children, verb, busy = false, onConfirm, onClose }: ConfirmProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('action.close') }}>
      {children}
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button onClick={onConfirm} loading={busy} data-autofocus>
          {verb}
        </Button>
      </Group>
    </Modal>
  );
}
