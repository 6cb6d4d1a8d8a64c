import { useCallback, useEffect, useState } from 'react';
import type { MessageOutput } from '@/lib/messaging/protocol';
import { ask } from '../bridge/ask';
import { t } from '../ui/text';
import { BackupPart } from './backup-part';
import { DeletePart } from './delete-part';
import { Part } from './part';
import { RestorePart } from './restore-part';
import { SnapshotsPart } from './snapshots-part';
import { StoragePart } from './storage-part';

/** The books themselves: out to a file, back in, daily copies, room, and the end of them. */
export function DataSection({ title }: { readonly title: string }) {
  const [snapshots, setSnapshots] = useState<MessageOutput<'snapshot/list'>['snapshots'] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const load = useCallback(async () => {
    const asked = await ask('snapshot/list', {});
    if (asked.ok) setSnapshots(asked.value.snapshots);
    setProblem(asked.ok ? null : asked.message);
  }, []);
  useEffect(() => void load(), [load]);
  return (
    <Part id="data" title={title} text={t('settings.dataText')}>
      <BackupPart />
      <RestorePart onRestored={() => void load()} />
      <SnapshotsPart snapshots={snapshots} problem={problem} onChanged={load} />
      <StoragePart />
      <DeletePart />
    </Part>
  );
}
