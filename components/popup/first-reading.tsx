import { SyncSteps } from '../bridge/sync-steps';
import { t } from '../ui/text';
import styles from './popup.module.css';

/** The face while an account is read for the first time. */
export function FirstReading() {
  return (
    <section className={styles['reading']}>
      <h2>{t('connect.firstTitle')}</h2>
      <p>{t('connect.firstText')}</p>
      <SyncSteps />
    </section>
  );
}
