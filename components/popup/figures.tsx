import { Skeleton } from '@mantine/core';
import { useBridge } from '../bridge/bridge';
import { TotalProfit } from '../bridge/total-figure';
import { useStockCounts, useToday } from '../bridge/shared-readings';
import { countText } from '../ui/format';
import { routeHref, type Route } from '../ui/route';
import { Sparkline } from '../ui/sparkline';
import { Stat } from '../ui/stat';
import { ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import styles from './popup.module.css';
import { RepricingLine } from './repricing-line';
import { WaitingOrders } from './waiting-orders';

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
      <WaitingOrders today={live.value} />
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
