import { Button } from '@mantine/core';
import { IconShieldOff } from '@tabler/icons-react';
import { useCallback, useEffect, useState } from 'react';
import { useBridge } from '../bridge/bridge';
import { ConnectForm } from '../bridge/connect-form';
import { Banner } from '../ui/states';
import { t } from '../ui/text';
import styles from './connect.module.css';
import { Step } from './step';

/** Where to make a token, which rights it needs, and the one field. It is tested before it is kept. */
export function ConnectStep({
  onConnected,
  onBack,
}: {
  readonly onConnected: () => void;
  readonly onBack: () => void;
}) {
  return (
    <Step title={t('connect.title')} lead={t('connect.tokenText')} nth={1}>
      <MissingAccess />
      <ol className={styles['how']}>
        <li>{t('connect.how1')}</li>
        <li>
          {t('connect.how2')}
          <ul className={styles['scopes']}>
            <li>{t('connect.scopeListings')}</li>
            <li>{t('connect.scopeOrders')}</li>
            <li>{t('connect.scopeCatalog')}</li>
            <li>{t('connect.scopePricing')}</li>
          </ul>
        </li>
        <li>{t('connect.how3')}</li>
      </ol>
      <ConnectForm onConnected={onConnected} />
      <p className={styles['quiet']}>{t('connect.token')}</p>
      <div className={styles['steps']}>
        <Button variant="default" onClick={onBack}>
          {t('action.back')}
        </Button>
      </div>
    </Step>
  );
}

/** Without the browser's permission no request arrives, so it is told before somebody pastes in vain. */
function MissingAccess() {
  const { hasAccess, requestAccess } = useBridge();
  const [missing, setMissing] = useState(false);
  const look = useCallback(() => {
    hasAccess().then(
      (has) => setMissing(!has),
      () => setMissing(false),
    );
  }, [hasAccess]);
  useEffect(() => {
    look();
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, [look]);
  if (!missing) return null;
  return (
    <div className={styles['banner']}>
      <Banner
        tone="needs-you"
        icon={IconShieldOff}
        action={
          <Button variant="default" size="compact-sm" onClick={() => void requestAccess().then(look, look)}>
            {t('banner.allow')}
          </Button>
        }
      >
        {t('connect.noAccess')}
      </Banner>
    </div>
  );
}
