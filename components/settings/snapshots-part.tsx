import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { MessageOutput } from '@/lib/messaging/protocol';
import { ask } from '../bridge/ask';
import { Age } from '../ui/age-text';
import { bytesText, countText, exactTimeText } from '../ui/format';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';
import { RestoreDialog, type Copy } from './restore-dialog';
import styles from './settings.module.css';
import { SubPart } from './sub-part';

export interface SnapshotsPartProps {
  /** Null while they are being asked for. */
  readonly snapshots: MessageOutput<'snapshot/list'>['snapshots'] | null;
  readonly problem: string | null;
  readonly onChanged: () => Promise<void>;
}

/** The daily copies: seen, taken by hand, looked into and restored. */
export function SnapshotsPart({ snapshots, problem, onChanged }: SnapshotsPartProps) {
  const [copy, setCopy] = useState<Copy | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    const asked = await ask('snapshot/take', {});
    setBusy(false);
    if (!asked.ok) return toastProblem(asked.message);
    toast(t('settings.snapshotTaken'));
    await onChanged();
  };
  const close = () => {
    setCopy(null);
    void onChanged();
  };
  return (
    <SubPart title={t('options.snapshots')} text={t('options.snapshotsText')}>
      {problem === null ? null : <Text role="alert">{problem}</Text>}
      {snapshots?.length === 0 ? <Text c="dimmed">{t('settings.noSnapshots')}</Text> : null}
      {snapshots === null || snapshots.length === 0 ? null : (
        <ul className={styles['rows']} aria-label={t('settings.snapshots')}>
          {snapshots.map((snapshot) => (
            <li key={snapshot.name}>
              <span>
                {exactTimeText(snapshot.at)}{' '}
                <span className={styles['quiet']}>
                  <Age at={snapshot.at} />
                </span>
                <span className={`archvd-figure ${styles['quiet']} ${styles['size']}`}>
                  {t('settings.snapshotSize', [countText(snapshot.rows), bytesText(snapshot.bytes)])}
                </span>
              </span>
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => setCopy({ kind: 'snapshot', name: snapshot.name })}
              >
                {t('settings.restore')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button variant="default" mt="md" loading={busy} onClick={() => void take()}>
        {t('settings.takeSnapshot')}
      </Button>
      <RestoreDialog copy={copy} onClose={close} />
    </SubPart>
  );
}
