import { Loader } from '@mantine/core';
import { useState } from 'react';
import { ask } from '../bridge/ask';
import { useBridge } from '../bridge/bridge';
import { FilePlace } from '../ui/file-place';
import { ProblemText } from '../ui/problem-text';
import { t } from '../ui/text';
import { RestoreDialog, type Copy } from './restore-dialog';
import styles from './settings.module.css';
import { SubPart } from './sub-part';

/** A backup chosen or dropped: carried to the background, looked at, and only then put in place. */
export function RestorePart({ onRestored }: { readonly onRestored: () => void }) {
  const { files } = useBridge();
  const [copy, setCopy] = useState<Copy | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const read = async (file: File) => {
    if (busy) return;
    setProblem(null);
    setBusy(true);
    const uploaded = await files.upload(file);
    setBusy(false);
    if (uploaded.ok) setCopy({ kind: 'upload', name: uploaded.name });
    else setProblem(uploaded.reason === 'too-large' ? t('options.tooLarge') : t('options.noRoom'));
  };
  const close = () => {
    // A restored file is gone already; then this comes to nothing.
    if (copy !== null) void ask('backup/discard', { name: copy.name });
    setCopy(null);
    onRestored();
  };
  return (
    <SubPart title={t('options.fromFile')} text={t('options.fromFileText')}>
      <FilePlace
        // The browser tells nothing when the same file is chosen again; a new field is told.
        key={copy?.name ?? ''}
        choose={t('options.chooseFile')}
        accept=".gz,.jsonl,application/gzip"
        disabled={busy}
        onFile={(file) => void read(file)}
      >
        {busy ? (
          <span role="status">
            <Loader size="xs" /> {t('options.reading')}
          </span>
        ) : (
          <span className={styles['quiet']}>{t('options.dropHere')}</span>
        )}
      </FilePlace>
      <ProblemText text={problem} />
      <RestoreDialog copy={copy} onClose={close} />
    </SubPart>
  );
}
