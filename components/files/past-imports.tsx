import { Button } from '@mantine/core';
import { IconDownload, IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { writeLeftOut } from '@/lib/files/write-left-out';
import { pastImports, type PastImport } from '@/lib/queries/past-imports';
import { downloadFile } from '../bridge/download-file';
import { useLive } from '../bridge/use-live';
import { Confirm } from '../ui/confirm';
import { countText, exactTimeText } from '../ui/format';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { toast, toastProblem, toastRunning } from '../ui/toast';
import { kindText, rowReasonText, sourceText } from './import-words';
import { takeBackImport } from './run-import';
import { takeBackStatement } from './take-back-statement';
import styles from './files.module.css';

/** What was imported, the newest first; each can be taken back whole. */
export function PastImports() {
  const live = useLive(pastImports, []);
  const [asked, setAsked] = useState<PastImport | null>(null);
  const [busy, setBusy] = useState(false);
  const undo = async ({ id, kind }: PastImport) => {
    setBusy(true);
    const finish = toastRunning(t('imports.takingBack'));
    const back = kind === 'bank' ? await takeBackStatement(id) : await takeBackImport(id);
    finish();
    setBusy(false);
    setAsked(null);
    if (!back.ok) return toastProblem(back.message);
    toast(t('imports.takenBack', [countText(back.removed), countText(back.restored), countText(back.left)]));
  };
  if (live.state === 'failed')
    return <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />;
  if (live.state === 'loading') return <SkeletonRows />;
  if (live.value.length === 0)
    return <EmptyState icon={IconHistory} title={t('files.empty')} text={t('imports.pastText')} />;
  return (
    <>
      <ul className={styles['past']}>
        {live.value.map((row) => (
          <Past key={row.id} row={row} onUndo={() => setAsked(row)} />
        ))}
      </ul>
      <Confirm
        opened={asked !== null}
        title={t('imports.undoTitle', [asked?.fileName ?? ''])}
        verb={t('imports.undo')}
        busy={busy}
        onConfirm={() => asked !== null && void undo(asked)}
        onClose={() => setAsked(null)}
      >
        <p>{asked?.kind === 'rates' ? t('imports.undoRatesText') : t('imports.undoText')}</p>
      </Confirm>
    </>
  );
}

function Past({ row, onUndo }: { readonly row: PastImport; readonly onUndo: () => void }) {
  const { fileName, createdAt, undoneAt, standing, problems, applied, skipped, source, kind } = row;
  const standingText =
    undoneAt !== null
      ? t('imports.undoneAt', [exactTimeText(undoneAt)])
      : standing === 'running'
        ? t('imports.unfinishedShort')
        : standing === 'undoing'
          ? t('imports.undoing')
          : null;
  const download = () =>
    downloadFile(`left-out-${fileName.replace(/\.\w+$/, '')}.csv`, 'text/csv;charset=utf-8', leftOutOf(row));
  return (
    <li className={styles['pastRow']} data-testid="past-import">
      <div className={styles['what']}>
        <span className={styles['fileName']}>{fileName}</span>
        <span className={styles['quiet']}>
          {[source === undefined ? kindText(kind) : sourceText(source), exactTimeText(createdAt), standingText]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
        <span className={styles['quiet']}>
          {t('imports.pastCounts', [
            countText(applied),
            countText(skipped),
            countText(problems.length + (row.leftOut?.more ?? 0)),
          ])}
        </span>
        {problems.length === 0 ? null : (
          <details>
            <summary>{t('imports.whyLeftOut')}</summary>
            <ul className={styles['reasons']}>
              {problems.slice(0, 50).map(({ line, message }) => (
                <li key={`${line} ${message}`}>
                  {t('import.line', [countText(line)])} {message}
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
      <div className={styles['buttons']}>
        {row.leftOut === undefined || row.leftOut.rows.length === 0 ? null : (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconDownload size={14} aria-hidden="true" />}
            onClick={download}
          >
            {t('imports.downloadLeftOut')}
          </Button>
        )}
        {(standing === undefined && kind !== 'bank') || undoneAt !== null ? null : (
          <Button variant="default" size="xs" onClick={onUndo}>
            {t('imports.undo')}
          </Button>
        )}
      </div>
    </li>
  );
}

function leftOutOf({ leftOut }: PastImport): string {
  const rows = (leftOut?.rows ?? []).map(({ line, reason, cells }) => ({ line, reason: rowReasonText(reason), cells }));
  return writeLeftOut(leftOut?.header ?? [], rows, {
    line: t('imports.lineHeading'),
    reason: t('imports.reasonHeading'),
  });
}
