import { IconDatabase, IconLock, IconEye } from '@tabler/icons-react';
import { MarketMark } from '../bridge/market-mark';
import { Brand } from '../ui/brand';
import { t } from '../ui/text';
import { ConnectForm } from '../bridge/connect-form';
import styles from './connect.module.css';

const PROMISES = [
  { icon: IconEye, text: () => t('connect.reads') },
  { icon: IconDatabase, text: () => t('connect.keeps') },
  { icon: IconLock, text: () => t('connect.token') },
] as const;

/** First run: what it does and asks for, one field, one button. */
export function ConnectScreen({ onConnected }: { readonly onConnected: () => void }) {
  return (
    <main className={`${styles['page']} archvd-scroll`}>
      <div className={styles['card']}>
        <div className={styles['brand']}>
          <Brand />
          <MarketMark />
        </div>
        <h1>{t('connect.title')}</h1>
        <p className={styles['lead']}>{t('connect.lead')}</p>
        <ul className={styles['promises']}>
          {PROMISES.map(({ icon: Picture, text }, index) => (
            <li key={index}>
              <Picture size={18} stroke={1.6} aria-hidden="true" />
              <span>{text()}</span>
            </li>
          ))}
        </ul>
        <ConnectForm onConnected={onConnected} />
      </div>
    </main>
  );
}
