import { IconBell, IconBellFilled } from '@tabler/icons-react';
import type { WatchRow } from '@/lib/queries/watch-row';
import { countText } from '../ui/format';
import { t } from '../ui/text';
import { isLive } from './alerts/alert-words';
import { wholeName } from './watch-figures';
import styles from './watch.module.css';

interface RowAlertsProps {
  readonly row: WatchRow;
  readonly onOpen: (row: WatchRow) => void;
}

/** How many alerts something has, and whether one rang today; opens them. */
export function RowAlerts({ row, onOpen }: RowAlertsProps) {
  const { alerts, rangAt } = row;
  const name = wholeName(row);
  const live = alerts.filter(({ standing }) => isLive(standing)).length;
  const count = alerts.length;
  const label = count === 0 ? t('watch.addAlertFor', [name]) : t('watch.alertsOf', count, [countText(count), name]);
  const Bell = rangAt === null ? IconBell : IconBellFilled;
  return (
    <button
      type="button"
      className={styles['bell']}
      data-empty={count === 0 || undefined}
      data-rang={rangAt !== null || undefined}
      aria-label={rangAt === null ? label : `${label}. ${t('watch.rangToday')}`}
      title={rangAt === null ? label : t('watch.rangToday')}
      data-cell-stop
      data-testid="row-alerts"
      onClick={() => onOpen(row)}
    >
      <Bell size={14} stroke={1.8} aria-hidden="true" />
      {count === 0 ? null : (
        <span className="archvd-figure">
          {live === count ? countText(count) : t('watch.alertCount', [countText(live), countText(count)])}
        </span>
      )}
    </button>
  );
}
