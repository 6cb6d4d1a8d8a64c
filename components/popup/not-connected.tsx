import { Button } from '@mantine/core';
import { useBridge } from '../bridge/bridge';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import styles from './popup.module.css';

/** The very first face: what it is for and the one way on. */
export function NotConnected() {
  const { openDashboard } = useBridge();
  return (
    <div className={styles['first']}>
      <h2>{t('connect.title')}</h2>
      <p>{t('connect.lead')}</p>
      <Button onClick={() => openDashboard(routeHref({ screen: 'today' }).slice(1))}>{t('popup.getStarted')}</Button>
    </div>
  );
}
