import { Button, FileButton, Group, Textarea } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import type { CurrencyCode } from '@/lib/domain/money/currency';
import type { WatchEntry } from '@/lib/files/watch-entry';
import type { WatchListName } from '@/lib/queries/watch-list';
import { ask } from '../../bridge/ask';
import { offerUndo } from '../../bridge/offer-undo';
import { SaveForm } from '../../bridge/save-form';
import { useSetting } from '../../bridge/use-setting';
import { countText } from '../../ui/format';
import { ProblemText } from '../../ui/problem-text';
import { TaskDrawer } from '../../ui/task-drawer';
import { t } from '../../ui/text';
import { useTyped } from '../../ui/unsaved';
import { ListField } from '../add-watch';
import { ColumnFields } from './column-fields';
import { ManyPreview } from './many-preview';
import { doneText } from './many-words';
import styles from './many.module.css';
import { useMany, type Many } from './use-many';

export interface ManyDrawerProps {
  readonly opened: boolean;
  readonly lists: readonly WatchListName[];
  /** The list that is shown; null: all of them. */
  readonly current: string | null;
  readonly onClose: () => void;
}

/** Many things to watch, pasted or from a file: each is shown as it would be watched before anything is written. */
export function ManyDrawer({ opened, onClose, ...form }: ManyDrawerProps) {
  const [currency] = useSetting('displayCurrency');
  return (
    <TaskDrawer opened={opened} title={t('watchMany.title')} width={620} onClose={onClose} testId="watch-many">
      {currency === null ? null : <ManyForm {...form} currency={currency} onClose={onClose} />}
    </TaskDrawer>
  );
}

type ManyFormProps = Omit<ManyDrawerProps, 'opened'> & { readonly currency: CurrencyCode };

function ManyForm({ lists, current, currency, onClose }: ManyFormProps) {
  const many = useMany(currency);
  const [chosen, setChosen] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  useTyped([many.text, many.file]);
  const listId = chosen ?? current ?? lists[0]?.id ?? null;
  const good = many.entries.flatMap((entry) => (entry.ok ? [entry] : []));
  const save = async () => {
    if (good.length === 0 || busy) return;
    setBusy(true);
    const answer = await watchAll(good, listId);
    setBusy(false);
    if (answer !== null) return setRefusal(answer);
    many.keep();
    onClose();
  };
  return (
    <SaveForm
      label={t('watchMany.title')}
      onSave={() => void save()}
      onClose={onClose}
      busy={busy}
      save={t('watchMany.add', good.length, [countText(good.length)])}
      disabled={good.length === 0}
    >
      <Source many={many} currency={currency} />
      <ProblemText text={many.problem} />
      {many.table === null ? null : <ColumnFields {...many.table} onColumn={many.setColumn} />}
      {lists.length < 2 ? null : <ListField lists={lists} value={listId} onChange={setChosen} />}
      {many.entries.length === 0 ? null : <ManyPreview entries={many.entries} left={many.left} listId={listId} />}
      <ProblemText text={refusal} />
    </SaveForm>
  );
}

function Source({ many, currency }: { readonly many: Many; readonly currency: CurrencyCode }) {
  const file = (
    <FileButton
      accept=".csv,.tsv,.txt,text/csv,text/plain"
      onChange={(chosen) => chosen !== null && void many.choose(chosen)}
      inputProps={{ 'aria-label': t('watchMany.fileLabel') }}
    >
      {(props) => (
        <Button {...props} variant="default" size="xs" leftSection={<IconFileImport size={14} />}>
          {t('watchMany.file')}
        </Button>
      )}
    </FileButton>
  );
  if (many.file !== null)
    return (
      <Group gap="sm" justify="space-between">
        <strong className="archvd-clip">{t('watchMany.fromFile', [many.file])}</strong>
        <Group gap="xs">
          {file}
          <Button variant="default" size="xs" onClick={many.leaveFile}>
            {t('watchMany.paste')}
          </Button>
        </Group>
      </Group>
    );
  return (
    <>
      <Textarea
        label={t('watchMany.label')}
        description={t('watchMany.help', [currency])}
        placeholder={t('watchMany.hint')}
        autosize
        minRows={5}
        maxRows={12}
        maxLength={200_000}
        data-autofocus
        spellCheck={false}
        value={many.text}
        onChange={(event) => many.setText(event.currentTarget.value)}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      <Group gap="sm">
        {file}
        <span className={styles['quiet']}>{t('watchMany.fileHint')}</span>
      </Group>
    </>
  );
}

/** @returns why it was refused; null: done, and told with the way back */
async function watchAll(
  entries: readonly Extract<WatchEntry, { ok: true }>[],
  watchlistId: string | null,
): Promise<string | null> {
  const lines = entries.map(({ text, styleCode, usSize, targetPrice, note }) => ({
    text,
    styleCode,
    usSize,
    targetPrice,
    note,
  }));
  const asked = await ask('watch/add-many', { watchlistId, lines });
  if (!asked.ok) return asked.message;
  if (!asked.value.ok) return asked.value.error.message;
  const { added, already, waiting, undoId } = asked.value;
  offerUndo(doneText(added, already, waiting), undoId);
  return null;
}
