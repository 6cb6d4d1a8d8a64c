import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { t } from './text';

interface NameDialogProps {
  readonly opened: boolean;
  /** What it is called now; empty: it is new. */
  readonly name: string;
  readonly title: string;
  readonly label: string;
  readonly description?: string | undefined;
  readonly maxLength: number;
  readonly onClose: () => void;
  /** Whether it was kept. */
  readonly onKeep: (name: string) => Promise<boolean>;
}

/** Asks what something is to be called; it stays open while the name is refused. */
export function NameDialog({ opened, name, onClose, onKeep, ...words }: NameDialogProps) {
  const [text, setText] = useState(name);
  const [busy, setBusy] = useState(false);
  const keep = async () => {
    setBusy(true);
    const kept = await onKeep(text.trim());
    setBusy(false);
    if (kept) onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={words.title} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() !== '') void keep();
        }}
      >
        <TextInput
          label={words.label}
          description={words.description}
          value={text}
          maxLength={words.maxLength}
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
