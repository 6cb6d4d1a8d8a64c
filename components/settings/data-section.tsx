import { Button, Text } from '@mantine/core';
import { useCallback, useEffect, useState } from 'react';
import type { MessageOutput } from '@/lib/messaging/protocol';
import { ask } from '../bridge/ask';
import { Age } from '../ui/age-text';
import { Confirm } from '../ui/confirm';
import { bytesText, countText, exactTimeText } from '../ui/format';
import { t } from '../ui/text';
import { toast, toastProblem } from '../ui/toast';
import { Part } from './part';
import styles from './settings.module.css';

type Snapshot = MessageOutput<'snapshot/list'>['snapshots'][number];

/** Daily snapshots of the books: seen, taken by hand, restored. */
export function DataSection({ title }: { readonly title: string }) {
  const [snapshots, setSnapshots] = useState<readonly Snapshot[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Snapshot | null>(null);
  const [busy, setBusy] = useState(false);
  const load = useCallback(async () => {
    const asked = await ask('snapshot/list', {});
    if (asked.ok) setSnapshots(asked.value.snapshots);
    setProblem(asked.ok ? null : asked.message);
  }, []);
  useEffect(() => void load(), [load]);
  const take = async () => {
    setBusy(true);
    const asked = await ask('snapshot/take', {});
    setBusy(false);
    if (!asked.ok) return toastProblem(asked.message);
    toast(t('settings.snapshotTaken'));
    await load();
  };
  const restore = async (snapshot: Snapshot) => {
    setBusy(true);
    const asked = await ask('snapshot/restore', { name: snapshot.name });
    setBusy(false);
    setChosen(null);
    if (asked.ok) toast(t('settings.restored', [exactTimeText(snapshot.at)]));
    else toastProblem(asked.message);
    await load();
  };
  return (
    <Part id="data" title={title} text={t('settings.dataText')}>
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
              </span>
              <span className={`archvd-figure ${styles['quiet']}`}>
                {t('settings.snapshotSize', [countText(snapshot.rows), bytesText(snapshot.bytes)])}
              </span>
              <Button variant="subtle" size="compact-sm" onClick={() => setChosen(snapshot)}>
                {t('settings.restore')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Button variant="default" mt="md" loading={busy} onClick={() => void take()}>
        {t('settings.takeSnapshot')}
      </Button>
      <Confirm
        opened={chosen !== null}
        title={t('settings.restoreTitle')}
        verb={t('settings.restore')}
        busy={busy}
        onConfirm={() => chosen !== null && void restore(chosen)}
        onClose={() => setChosen(null)}
      >
        {chosen === null ? '' : t('settings.restoreText', [exactTimeText(chosen.at), countText(chosen.rows)])}
      </Confirm>
    </Part>
  );
}
