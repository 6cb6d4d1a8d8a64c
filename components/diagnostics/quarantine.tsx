import type { Diagnostics } from '@/lib/queries/diagnostics';
import { Age } from '../ui/age-text';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import styles from './diagnostics.module.css';

/** Records that did not fit, with the reasons; the good ones beside them went in. */
export function Quarantine({ quarantine: { total, newest } }: { readonly quarantine: Diagnostics['quarantine'] }) {
  if (total === 0) return <p className={styles['quiet']}>{t('diagnostics.noQuarantine')}</p>;
  return (
    <>
      <p className={styles['quiet']}>{t('diagnostics.someQuarantine', total, [countText(total)])}</p>
      <ul className={`${styles['list']} ${styles['below']}`}>
        {newest.map((row) => (
          <li key={row.id}>
            <div className={styles['job']}>
              <span className="archvd-strong">
                {row.endpoint} {row.externalId ?? ''}
              </span>
              <span className={styles['quiet']}>
                {row.count > 1 ? `${t('checks.times', [countText(row.count)])} · ` : ''}
                <Age at={row.lastSeenAt} />
              </span>
            </div>
            <div className={styles['quiet']}>{row.issues.join('; ')}</div>
          </li>
        ))}
      </ul>
      {total > newest.length ? (
        <p className={styles['quiet']}>{t('checks.newestOf', [countText(newest.length), countText(total)])}</p>
      ) : null}
    </>
  );
}
