import { Skeleton } from '@mantine/core';
import { IconBell, IconChevronRight, IconCircleCheck, IconPackageExport } from '@tabler/icons-react';
import type { Today } from '@/lib/queries/today';
import { useBridge } from '../bridge/bridge';
import { TotalProfit } from '../bridge/total-figure';
import { useStockCounts, useToday } from '../bridge/shared-readings';
import { Deadline } from '../bridge/waiting-row';
import { countText } from '../ui/format';
import { routeHref, type Route } from '../ui/route';
import { Sparkline } from '../ui/sparkline';
import { Stat } from '../ui/stat';
import { ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import styles from './popup.module.css';
import { RepricingLine } from './repricing-line';

/** Profit, what waits, stock: the room is kept while they are read, so that nothing jumps. */
export function Figures() {
  const live = useToday();
  const counts = useStockCounts();
  if (live.state === 'failed')
    return <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />;
  if (live.state === 'loading') return <Loading />;
  const { profit, series } = live.value;
  return (
    <>
      <section className={styles['profit']} aria-label={t('today.profit')}>
        <Stat label={t('today.today')}>
          <TotalProfit totals={profit.today} cents="glance" />
        </Stat>
        <Stat label={t('today.days7')}>
          <TotalProfit totals={profit.days7} cents="glance" />
        </Stat>
        <Stat
          label={t('today.days30')}
          data={{
            'data-testid': 'profit-30d',
            'data-profit30d-minor': String(profit.days30.complete.profit.minor),
            'data-currency': profit.days30.complete.profit.currency,
          }}
        >
          <TotalProfit totals={profit.days30} cents="glance" />
        </Stat>
        <span className={styles['spark']}>
          <Sparkline
            values={series.map((day) => day.profit.minor)}
            label={t('today.byDayLabel')}
            width={56}
            height={24}
          />
        </span>
      </section>
      <Waiting today={live.value} />
      <nav className={styles['counts']} aria-label={t('today.stock')}>
        <Count value={counts?.live ?? null} label={t('today.live')} to={{ screen: 'selling' }} />
        <Count
          value={counts?.notListed ?? null}
          label={t('today.notListed')}
          to={{ screen: 'inventory', view: 'in-stock' }}
        />
        <Count
          value={counts?.withoutCost ?? null}
          label={t('today.withoutCost')}
          to={{ screen: 'inventory', view: 'without-cost' }}
          needs
        />
      </nav>
      <RepricingLine />
    </>
  );
}

/** Bones where the figures and lines will stand. */
function Loading() {
  return (
    <div className={styles['waiting']}>
      <div className={styles['profit']} aria-hidden="true">
        {['today', 'days7', 'days30'].map((name) => (
          <div key={name} className={styles['bone']}>
            <Skeleton width={44} height={8} />
            <Skeleton width={60} height={14} mt={8} />
          </div>
        ))}
      </div>
      <SkeletonRows count={3} height={40} />
    </div>
  );
}

const KINDS = [
  {
    stage: 'to-confirm',
    icon: IconCircleCheck,
    text: (count: number) => t('popup.toConfirm', count, [countText(count)]),
  },
  { stage: 'to-ship', icon: IconPackageExport, text: (count: number) => t('popup.toShip', count, [countText(count)]) },
] as const;

/** One line per kind of order that waits, with the nearest deadline. */
function Waiting({ today }: { readonly today: Today }) {
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

interface CountProps {
  /** null: not counted yet; the room is kept. */
  readonly value: number | null;
  readonly label: string;
  readonly to: Pick<Route, 'screen'> & Partial<Route>;
  readonly needs?: boolean;
}

function Count({ value, label, to, needs = false }: CountProps) {
  const { openDashboard } = useBridge();
  return (
    <button
      type="button"
      className={styles['count']}
      data-needs={(needs && (value ?? 0) > 0) || undefined}
      onClick={() => openDashboard(routeHref(to).slice(1))}
    >
      <b className="archvd-figure">{value === null ? '\u2007\u2007' : countText(value)}</b> {label}
    </button>
  );
}
