import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { t } from '../ui/text';

interface NameListProps {
  readonly opened: boolean;
  /** Empty: a new list. */
  readonly name: string;
  readonly onClose: () => void;
  /** Whether it was kept. */
  readonly onKeep: (name: string) => Promise<boolean>;
}

/** Asks for a list's name. */
export function NameList({ opened, name, onClose, onKeep }: NameListProps) {
  const [text, setText] = useState(name);
  const [busy, setBusy] = useState(false);
  const keep = async () => {
    setBusy(true);
    const kept = await onKeep(text.trim());
    setBusy(false);
    if (kept) onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={name === '' ? t('watch.newList') : t('watch.renameList', [name])}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') void keep();
        }}
      >
        <TextInput
          label={t('watch.listName')}
          value={text}
          maxLength={60}
          data-autofocus
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Group justify="flex-end" gap="sm" mt="lg">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={text.trim() === ''}>
            {t('action.save')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
