import { Alert, Button, Group, Loader, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { MessageInput, MessageOutput } from '@/lib/messaging/protocol';
import { ask } from '../bridge/ask';
import { countText, exactTimeText } from '../ui/format';
import { tableText } from '../ui/table-text';
import { t } from '../ui/text';
import { toast, toastProblem, toastUndo } from '../ui/toast';
import { after, previewLines } from './preview-lines';
import styles from './settings.module.css';

export type Copy = MessageInput<'backup/preview'>['copy'];
type Preview = Extract<MessageOutput<'backup/preview'>, { ok: true }>;

type Standing =
  | { readonly kind: 'reading' | 'restoring' }
  | { readonly kind: 'shown'; readonly preview: Preview }
  | { readonly kind: 'refused'; readonly message: string };

export interface RestoreDialogProps {
  readonly copy: Copy | null;
  /** Called when it is over, whatever came of it. */
  readonly onClose: () => void;
}

/** What a copy of the books holds and what it would change, before anything is changed. */
export function RestoreDialog({ copy, onClose }: RestoreDialogProps) {
  return (
    <Modal
      opened={copy !== null}
      onClose={onClose}
      title={t('options.previewTitle')}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {copy === null ? null : <Restore key={copy.name} copy={copy} onClose={onClose} />}
    </Modal>
  );
}

function Restore({ copy, onClose }: { readonly copy: Copy; readonly onClose: () => void }) {
  const [standing, setStanding] = useState<Standing>({ kind: 'reading' });
  useEffect(() => {
    let alive = true;
    void ask('backup/preview', { copy }).then((asked) => {
      if (!alive) return;
      if (!asked.ok) setStanding({ kind: 'refused', message: asked.message });
      else if (asked.value.ok) setStanding({ kind: 'shown', preview: asked.value });
    });
    return () => {
      alive = false;
    };
  }, [copy]);
  const restore = async (preview: Preview) => {
    setStanding({ kind: 'restoring' });
    const asked = await ask('backup/restore', { copy });
    if (!asked.ok) return setStanding({ kind: 'refused', message: asked.message });
    if (asked.value.ok) tellRestored(copy, preview, asked.value.safety);
    onClose();
  };
  if (standing.kind === 'refused') {
    return (
      <>
        <Alert color="orange" variant="light" role="alert">
          {standing.message}
        </Alert>
        <Group justify="flex-end" mt="lg">
          <Button onClick={onClose}>{t('action.close')}</Button>
        </Group>
      </>
    );
  }
  if (standing.kind !== 'shown') {
    return (
      <Group gap="sm" role="status" mih={80}>
        <Loader size="sm" />
        {standing.kind === 'reading' ? t('options.reading') : t('options.restoring')}
      </Group>
    );
  }
  return (
    <>
      <PreviewTable preview={standing.preview} />
      <Group justify="flex-end" gap="sm" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('action.cancel')}
        </Button>
        <Button onClick={() => void restore(standing.preview)} data-autofocus>
          {t('settings.restore')}
        </Button>
      </Group>
    </>
  );
}

/** Where a copy of the present books could be taken, the way back is one click. */
function tellRestored({ kind }: Copy, preview: Preview, safety: string | null): void {
  const said =
    kind === 'snapshot'
      ? t('settings.restored', [exactTimeText(preview.createdAt)])
      : t('options.restoredRows', [countText(after(preview.tables))]);
  if (safety === null) return toast(said);
  toastUndo(said, () => void bringBack(safety));
}

async function bringBack(safety: string): Promise<void> {
  const asked = await ask('backup/restore', { copy: { kind: 'snapshot', name: safety } });
  if (asked.ok) toast(t('options.broughtBack'));
  else toastProblem(asked.message);
}

function PreviewTable({ preview }: { readonly preview: Preview }) {
  const isBroken = preview.tables.some(({ before }) => before === null);
  return (
    <div className={styles['dialog']}>
      <p className={styles['quiet']}>
        {t('options.previewFrom', [exactTimeText(preview.createdAt), countText(after(preview.tables))])}{' '}
        {preview.isOlder ? t('options.previewOlder') : ''}
      </p>
      <table className={styles['table']} aria-label={t('options.previewTable')}>
        <thead>
          <tr>
            <th scope="col">{t('options.previewWhat')}</th>
            <th scope="col">{t('options.previewBefore')}</th>
            <th scope="col">{t('options.previewAfter')}</th>
          </tr>
        </thead>
        <tbody>
          {previewLines(preview.tables, { labelOf: tableText, rest: t('table.rest') }).map(
            ({ label, before, after: then }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td className="archvd-figure">{before === null ? '–' : countText(before)}</td>
                <td className={`archvd-figure ${before === then ? '' : 'archvd-strong'}`}>{countText(then)}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      <p className={styles['quiet']}>{isBroken ? t('options.previewBroken') : t('options.previewSafe')}</p>
    </div>
  );
}
