import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { ask } from '../bridge/ask';
import { useBridge } from '../bridge/bridge';
import { bytesText, countText } from '../ui/format';
import { t } from '../ui/text';
import { toastProblem } from '../ui/toast';
import { backupFileName } from './backup-file-name';
import { SubPart } from './sub-part';
import styles from './settings.module.css';

/** All of the books in one file. */
export function BackupPart() {
  const { files, isDemo } = useBridge();
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<string | null>(null);
  const make = async () => {
    setBusy(true);
    setMade(null);
    const asked = await ask('backup/make', {});
    if (asked.ok && asked.value.ok) {
      const { name, at, rows, bytes } = asked.value;
      const fileName = backupFileName(at, isDemo);
      try {
        await files.save(name, fileName);
        setMade(t('options.backupMade', [fileName, countText(rows), bytesText(bytes)]));
      } catch {
        toastProblem(t('options.backupFailed'));
      }
    } else if (!asked.ok) toastProblem(asked.message);
    setBusy(false);
  };
  return (
    <SubPart title={t('options.backup')} text={t('options.backupText')}>
      <Button leftSection={<IconDownload size={16} />} loading={busy} onClick={() => void make()}>
        {t('options.backupMake')}
      </Button>
      <p className={styles['quiet']} role="status" style={{ margin: made === null ? 0 : '8px 0 0' }}>
        {made}
      </p>
    </SubPart>
  );
}
