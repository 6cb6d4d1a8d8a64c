import { Alert, Button, Group, Loader, Modal, TextInput } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import type { MessageOutput } from '@/lib/messaging/protocol';
import { ask } from '../bridge/ask';
import { stayWhenDeleted } from '../bridge/use-reload-when-deleted';
import { t } from '../ui/text';
import { TracesTable } from './traces-table';

type Traces = MessageOutput<'data/traces'>['traces'];

type Standing =
  | { readonly kind: 'asking' | 'deleting' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'done'; readonly before: Traces; readonly after: Traces };

export interface DeleteDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Says what goes, asks for a typed word, and shows afterwards that it is gone. */
export function DeleteDialog({ opened, onClose }: DeleteDialogProps) {
  const [standing, setStanding] = useState<Standing>({ kind: 'asking' });
  const isOver = standing.kind === 'done';
  const close = () => {
    if (standing.kind === 'deleting') return;
    if (isOver) return beginAnew();
    setStanding({ kind: 'asking' });
    onClose();
  };
  const run = async () => {
    setStanding({ kind: 'deleting' });
    stayWhenDeleted();
    const asked = await ask('data/delete-all', {});
    if (!asked.ok) setStanding({ kind: 'refused', message: asked.message });
    else if (asked.value.ok) setStanding({ kind: 'done', before: asked.value.before, after: asked.value.after });
  };
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={isOver ? t('options.deletedTitle') : t('options.deleteTitle')}
      closeOnClickOutside={!isOver}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {standing.kind === 'asking' && opened ? <AskFirst onCancel={close} onGo={() => void run()} /> : null}
      {standing.kind === 'deleting' ? (
        <Group gap="sm" role="status" mih={80}>
          <Loader size="sm" /> {t('options.deleting')}
        </Group>
      ) : null}
      {standing.kind === 'refused' ? (
        <Alert color="orange" variant="light" role="alert">
          {standing.message}
        </Alert>
      ) : null}
      {standing.kind === 'done' ? (
        <div data-testid="deletion-proof">
          <p role="status" style={{ marginTop: 0 }}>
            {t('options.deletedText')}
          </p>
          <TracesTable before={standing.before} after={standing.after} />
          <Group justify="flex-end" mt="lg">
            <Button onClick={beginAnew} data-autofocus>
              {t('options.deletedGo')}
            </Button>
          </Group>
        </div>
      ) : null}
    </Modal>
  );
}

function beginAnew(): void {
  window.location.hash = '#/today';
  window.location.reload();
}

function AskFirst({ onCancel, onGo }: { readonly onCancel: () => void; readonly onGo: () => void }) {
  const [traces, setTraces] = useState<Traces | null>(null);
  const [typed, setTyped] = useState('');
  const word = t('options.deleteWord');
  const isMeant = typed.trim().toLowerCase() === word;
  useEffect(() => {
    let alive = true;
    void ask('data/traces', {}).then((asked) => {
      if (alive && asked.ok) setTraces(asked.value.traces);
    });
    return () => {
      alive = false;
    };
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isMeant) onGo();
  };
  return (
    <form onSubmit={submit}>
      <p style={{ marginTop: 0 }}>{t('options.deleteText')}</p>
      {traces === null ? <Loader size="sm" /> : <TracesTable before={traces} after={null} />}
      <p>{t('options.deleteFirst')}</p>
      <TextInput
        label={t('options.deleteAsk', [word])}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
      />
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onCancel}>
          {t('action.cancel')}
        </Button>
        <Button type="submit" color="red.8" disabled={!isMeant}>
          {t('options.deleteButton')}
        </Button>
      </Group>
    </form>
  );
}
