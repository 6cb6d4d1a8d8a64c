import type { Today } from '@/lib/queries/today';
import { useStockCounts, useToday } from '../bridge/shared-readings';
import { countText } from '../ui/format';
import { routeHref } from '../ui/route';
import { Screen, Section } from '../ui/screen';
import { ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { Changes } from './changes';
import { NeedsYou } from './needs-you';
import { Profit } from './profit';
import { ScopeAges } from './scope-ages';
import { TaxLimits } from './tax-limits';
import styles from './today.module.css';

/** What needs the seller, what changed, what was earned, how fresh it is. */
export function TodayScreen() {
  const live = useToday();
  return (
    <Screen title={t('nav.today')}>
      {live.state === 'loading' ? <SkeletonRows /> : null}
      {live.state === 'failed' ? (
        <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />
      ) : null}
      {live.state === 'ready' ? <Content today={live.value} /> : null}
    </Screen>
  );
}

function Content({ today }: { readonly today: Today }) {
  return (
    <div className={styles['columns']}>
      <div>
        <NeedsYou waiting={today.waiting} late={today.late} />
        <TaxLimits />
        <Changes />
      </div>
      <div>
        <Profit profit={today.profit} series={today.series} />
        <Stock />
        <Section title={t('today.fresh')}>
          <ScopeAges />
        </Section>
      </div>
    </div>
  );
}

function Stock() {
  const counts = useStockCounts();
  const shown = (count: number | undefined) => (count === undefined ? '\u00a0' : countText(count));
  return (
    <Section title={t('today.stock')}>
      <div className={styles['counts']} aria-busy={counts === null}>
        <a href={routeHref({ screen: 'selling' })}>
          <b className="archvd-figure">{shown(counts?.live)}</b> {t('today.live')}
        </a>
        <a href={routeHref({ screen: 'inventory', view: 'in-stock' })}>
          <b className="archvd-figure">{shown(counts?.notListed)}</b> {t('today.notListed')}
        </a>
        <a
          href={routeHref({ screen: 'inventory', view: 'without-cost' })}
          data-needs={(counts?.withoutCost ?? 0) > 0 || undefined}
        >
          <b className="archvd-figure">{shown(counts?.withoutCost)}</b> {t('today.withoutCost')}
        </a>
      </div>
    </Section>
  );
}
