import { useEffect, useState } from 'react';
import type { Diagnostics } from '@/lib/queries/diagnostics';
import { useBridge } from '../bridge/bridge';
import { bytesText, countText } from '../ui/format';
import { t } from '../ui/text';
import styles from './diagnostics.module.css';
import { tableCounts } from './words';

/** How much is kept: by the browser's account as a whole, by ours per table. */
export function Storage({ tables }: { readonly tables: Diagnostics['tables'] }) {
  const { storageUse } = useBridge();
  const [use, setUse] = useState<{ readonly usedBytes: number; readonly quotaBytes: number } | null>(null);
  useEffect(() => {
    storageUse().then(setUse, () => setUse(null));
  }, [storageUse]);
  return (
    <>
      <p className={styles['quiet']}>
        {use === null
          ? t('diagnostics.storageUnknown')
          : t('diagnostics.storageUse', [bytesText(use.usedBytes), bytesText(use.quotaBytes)])}
      </p>
      <table className={styles['sizes']} aria-label={t('diagnostics.storage')}>
        <thead>
          <tr>
            <th scope="col">{t('checks.table')}</th>
            <th scope="col">{t('checks.rows')}</th>
            <th scope="col">{t('checks.size')}</th>
          </tr>
        </thead>
        <tbody>
          {tableCounts(tables).map(({ label, rows, bytes }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td className="archvd-figure">{countText(rows)}</td>
              <td className="archvd-figure">~{bytesText(bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles['quiet']}>{t('checks.sizeText')}</p>
    </>
  );
}
