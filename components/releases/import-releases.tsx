import { Switch } from '@mantine/core';
import { useState } from 'react';
import type { DayOrder } from '@/lib/domain/releases/read-day';
import { digestOf } from '@/lib/files/digest-of';
import type { ReleaseEntry } from '@/lib/files/release-entry';
import { readReleases } from '@/lib/files/read-releases';
import { ask } from '../bridge/ask';
import { offerUndo } from '../bridge/offer-undo';
import { SaveForm } from '../bridge/save-form';
import { countText } from '../ui/format';
import { FilePlace } from '../ui/file-place';
import { ProblemText } from '../ui/problem-text';
import { TaskDrawer } from '../ui/task-drawer';
import { t } from '../ui/text';
import { fileProblemText } from './release-words';
import { ReleasesPreview } from './releases-preview';
import styles from './releases.module.css';

interface ImportReleasesProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** A calendar file or feed: looked at first, line by line, and only then taken over. */
export function ImportReleases({ opened, onClose }: ImportReleasesProps) {
  return (
    <TaskDrawer opened={opened} title={t('releases.import')} onClose={onClose} testId="release-import" width={560}>
      <Import onClose={onClose} />
    </TaskDrawer>
  );
}

interface Chosen {
  readonly name: string;
  readonly text: string;
}

/** Beyond this no calendar is read at all; the file is not even opened. */
const MOST_BYTES = 20_000_000;
const ACCEPT = '.ics,.csv,.tsv,.txt,.json,text/calendar,text/csv,application/json';

function Import({ onClose }: { readonly onClose: () => void }) {
  const [file, setFile] = useState<Chosen | null>(null);
  const [order, setOrder] = useState<DayOrder | null>(null);
  const [remind, setRemind] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const read = file === null ? null : readReleases(file.text, order);
  const entries = read?.ok === true ? read.entries : [];
  const choose = async (chosen: File) => {
    setRefusal(null);
    setOrder(null);
    if (chosen.size > MOST_BYTES) return setRefusal(fileProblemText('too-large'));
    setFile({ name: chosen.name, text: await chosen.text() });
  };
  const save = async () => {
    if (file === null || entries.length === 0 || busy) return;
    setBusy(true);
    const asked = await ask('releases/import', {
      fileName: file.name.slice(0, 200),
      digest: await digestOf(new TextEncoder().encode(file.text)),
      entries: entries.map((entry) => ({ ref: entry.ref, release: toInput(entry, remind) })),
    });
    setBusy(false);
    if (!asked.ok) return setRefusal(asked.message);
    if (!asked.value.ok) return;
    const { added, changed, same, undoId } = asked.value;
    offerUndo(doneText(added, changed, same), undoId);
    onClose();
  };
  return (
    <SaveForm
      label={t('releases.import')}
      onSave={() => void save()}
      onClose={onClose}
      busy={busy}
      save={
        entries.length === 0
          ? t('releases.importNone')
          : t('releases.importCount', entries.length, [countText(entries.length)])
      }
      disabled={entries.length === 0}
    >
      <p className={styles['quiet']}>{t('releases.importText')}</p>
      <FilePlace choose={t('releases.chooseFile')} accept={ACCEPT} onFile={(chosen) => void choose(chosen)}>
        {file?.name ?? t('releases.dropHere')}
      </FilePlace>
      <ProblemText text={refusal} />
      {read === null ? null : <ReleasesPreview read={read} order={order} onOrder={setOrder} />}
      {entries.length === 0 ? null : (
        <Switch
          label={t('releases.remindAll')}
          description={t('releases.remindAllHint')}
          checked={remind}
          onChange={(event) => setRemind(event.currentTarget.checked)}
        />
      )}
    </SaveForm>
  );
}

function toInput(entry: ReleaseEntry, remind: boolean) {
  const { name, brand, styleCode, date, at, retailPrice, url, note } = entry;
  return { catalogId: null, styleCode, name, brand, date, at, retailPrice, url, note, remind };
}

/** What came of the file, without what came of none. */
function doneText(added: number, changed: number, same: number): string {
  return [
    ...(added > 0 || changed + same === 0 ? [t('releases.importedNew', [countText(added)])] : []),
    ...(changed > 0 ? [t('releases.importedChanged', [countText(changed)])] : []),
    ...(same > 0 ? [t('releases.importedSame', same, [countText(same)])] : []),
  ].join(', ');
}
