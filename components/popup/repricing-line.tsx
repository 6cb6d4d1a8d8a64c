import { Button } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { useBridge } from '../bridge/bridge';
import { PauseButton } from '../bridge/pause-button';
import { RepricingMark } from '../bridge/repricing-mark';
import { useRepricing } from '../bridge/use-repricing';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import styles from './popup.module.css';

/** How repricing stands, with the switch that stops it; the room is kept while that is read. */
export function RepricingLine() {
  const { value: now } = useRepricing();
  const { openDashboard } = useBridge();
  const open = () => openDashboard(routeHref({ screen: 'rules' }).slice(1));
  return (
    <div className={styles['repricing']}>
      <IconAdjustments size={18} stroke={1.6} aria-hidden="true" />
      <button type="button" className={styles['repricingName']} onClick={open}>
        {t('repricing.label')}
      </button>
      {now === null ? null : <RepricingMark now={now} />}
      <span className={styles['repricingEnd']}>
        {now === null ? null : now.mode === 'paused' ? (
          <Button variant="default" size="compact-sm" onClick={open}>
            {now.stopped === null ? t('repricing.goOn') : t('repricing.look')}
          </Button>
        ) : (
          <PauseButton />
        )}
      </span>
    </div>
  );
}
