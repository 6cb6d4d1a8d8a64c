import { useEffect, useState } from 'react';
import { useBridge } from '../bridge/bridge';
import { bytesText } from '../ui/format';
import { t } from '../ui/text';
import styles from './diagnostics.module.css';

export function Storage() {
  const { storageUse } = useBridge();
  const [use, setUse] = useState<{ readonly usedBytes: number; readonly quotaBytes: number } | null>(null);
  useEffect(() => {
    storageUse().then(setUse, () => setUse(null));
  }, [storageUse]);
  return (
    <p className={styles['quiet']}>
      {use === null
        ? t('diagnostics.storageUnknown')
        : t('diagnostics.storageUse', [bytesText(use.usedBytes), bytesText(use.quotaBytes)])}
    </p>
  );
}
