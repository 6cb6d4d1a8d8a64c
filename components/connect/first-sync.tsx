import { Anchor } from '@mantine/core';
import { SyncSteps } from '../bridge/sync-steps';
import { t } from '../ui/text';
import styles from './connect.module.css';

/** The first reading of an account: what has come in so far. */
export function FirstSync({ onGoOn }: { readonly onGoOn: () => void }) {
  return (
    <div className={`${styles['page']} archvd-scroll`}>
      <div className={styles['card']}>
        <h1>{t('connect.firstTitle')}</h1>
        <p className={styles['lead']}>{t('connect.firstText')}</p>
        <SyncSteps />
        <Anchor component="button" type="button" onClick={onGoOn}>
          {t('connect.goOn')}
        </Anchor>
      </div>
    </div>
  );
}
