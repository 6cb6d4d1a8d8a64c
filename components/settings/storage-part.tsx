import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useBridge } from '../bridge/bridge';
import { bytesText } from '../ui/format';
import { t } from '../ui/text';
import { toast } from '../ui/toast';
import styles from './settings.module.css';
import { SubPart } from './sub-part';

type Use = { readonly usedBytes: number; readonly quotaBytes: number };

/** How much room the books take, and whether the browser may take it back. */
export function StoragePart() {
  const { storageUse, device } = useBridge();
  const [use, setUse] = useState<Use | null>(null);
  const [kept, setKept] = useState<boolean | null>(null);
  const [declined, setDeclined] = useState(false);
  useEffect(() => {
    storageUse().then(setUse, () => setUse(null));
    device.isStorageKept().then(setKept, () => setKept(null));
  }, [storageUse, device]);
  const keep = async () => {
    const keeps = await device.keepStorage().catch(() => false);
    setKept(keeps);
    setDeclined(!keeps);
    if (keeps) toast(t('options.keptNow'));
  };
  const said =
    kept === null ? t('options.storageUnknown') : kept ? t('options.storageKept') : t('options.storageMayGo');
  return (
    <SubPart title={t('options.storage')}>
      <p className={styles['quiet']}>
        {use === null ? '' : t('options.storageUse', [bytesText(use.usedBytes), bytesText(use.quotaBytes)])} {said}
      </p>
      {kept === false ? (
        <Button variant="default" onClick={() => void keep()}>
          {t('options.keepStorage')}
        </Button>
      ) : null}
      {declined ? (
        <p className={styles['quiet']} role="status" style={{ margin: '8px 0 0' }}>
          {t('options.notKept')}
        </p>
      ) : null}
    </SubPart>
  );
}
