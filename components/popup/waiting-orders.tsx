import { IconBell, IconChevronRight, IconCircleCheck, IconPackageExport } from '@tabler/icons-react';
import type { Today } from '@/lib/queries/today';
import { useBridge } from '../bridge/bridge';
import { Deadline } from '../bridge/waiting-row';
import { countText } from '../ui/format';
import { routeHref } from '../ui/route';
import { t } from '../ui/text';
import styles from './popup.module.css';

const KINDS = [
  {
    stage: 'to-confirm',
    icon: IconCircleCheck,
    text: (count: number) => t('popup.toConfirm', count, [countText(count)]),
  },
  { stage: 'to-ship', icon: IconPackageExport, text: (count: number) => t('popup.toShip', count, [countText(count)]) },
] as const;

/** One line per kind of order that waits, with the nearest deadline. */
export function WaitingOrders({ today }: { readonly today: Today }) {
  const { openDashboard } = useBridge();
  const lines = KINDS.map((kind) => ({ ...kind, waiting: today.waiting.filter(({ stage }) => stage === kind.stage) }));
  const { alerts } = today;
  if (today.waiting.length === 0 && alerts.count === 0)
    return <p className={styles['nothing']}>{t('today.nothing')}</p>;
  return (
    <ul className={styles['lines']}>
      {lines.map(({ stage, icon: Picture, text, waiting }) => {
        const [nearest] = waiting;
        return nearest === undefined ? null : (
          <li key={stage}>
            <button
              type="button"
              className={styles['line']}
              onClick={() => openDashboard(routeHref({ screen: 'orders', view: stage }).slice(1))}
            >
              <Picture size={18} stroke={1.6} aria-hidden="true" />
              <span className={styles['what']}>{text(waiting.length)}</span>
              <Deadline waiting={nearest} />
              <IconChevronRight size={16} stroke={1.6} aria-hidden="true" />
            </button>
          </li>
        );
      })}
      {alerts.count === 0 ? null : (
        <li>
          <button
            type="button"
            className={styles['line']}
            data-testid="alerts"
            onClick={() => openDashboard(routeHref({ screen: 'watch', view: 'history' }).slice(1))}
          >
            <IconBell size={18} stroke={1.6} aria-hidden="true" />
            <span className={styles['what']}>{t('popup.alerts', alerts.count, [countText(alerts.count)])}</span>
            <span className={`archvd-clip ${styles['newest']}`} title={alerts.newest ?? undefined}>
              {alerts.newest}
            </span>
            <IconChevronRight size={16} stroke={1.6} aria-hidden="true" />
          </button>
        </li>
      )}
    </ul>
  );
}
