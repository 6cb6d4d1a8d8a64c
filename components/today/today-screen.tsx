import { IconCalendarCheck } from '@tabler/icons-react';
import type { Today } from '@/lib/queries/today';
import { LeftOut } from '../bridge/left-out';
import { TotalProfit, leftOut } from '../bridge/total-figure';
import { useToday } from '../bridge/shared-readings';
import { WaitingRow } from '../bridge/waiting-row';
import { countText } from '../ui/format';
import { routeHref } from '../ui/route';
import { Screen, Section } from '../ui/screen';
import { Sparkline } from '../ui/sparkline';
import { Stat, StatRow } from '../ui/stat';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { ScopeAges } from './scope-ages';
import styles from './today.module.css';

/** What needs the seller, what was earned, how fresh it is. */
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
  const { profit, series, waiting, counts } = today;
  const values = series.map((day) => day.profit.minor);
  return (
    <div className={styles['column']}>
      <Section title={t('today.profit')}>
        <StatRow>
          <Stat label={t('today.today')} size="lg">
            <TotalProfit totals={profit.today} size={18} />
          </Stat>
          <Stat label={t('today.days7')} size="lg">
            <TotalProfit totals={profit.days7} size={18} />
          </Stat>
          <Stat
            label={t('today.days30')}
            size="lg"
            data={{
              'data-testid': 'profit-30d',
              'data-profit30d-minor': String(profit.days30.complete.profit.minor),
              'data-currency': profit.days30.complete.profit.currency,
            }}
          >
            <TotalProfit totals={profit.days30} size={18} />
          </Stat>
          <Stat label={t('today.byDay')}>
            <Sparkline values={values} label={t('today.byDayLabel')} width={120} height={28} />
          </Stat>
        </StatRow>
        {leftOut(profit.days30) === '' ? null : (
          <p className={styles['note']}>
            <LeftOut totals={profit.days30} />
          </p>
        )}
      </Section>
      <Section title={t('today.needsYou')}>
        {waiting.length === 0 ? (
          <EmptyState icon={IconCalendarCheck} title={t('today.nothing')} text={t('today.nothingText')} />
        ) : (
          <ul className={styles['list']} data-testid="waiting">
            {waiting.map((each) => (
              <li key={each.order.id}>
                <WaitingRow waiting={each} href={routeHref({ screen: 'sales', query: each.order.orderNumber })} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('today.stock')}>
        <div className={styles['counts']}>
          <a href={routeHref({ screen: 'selling' })}>
            <b className="archvd-figure">{countText(counts.live)}</b> {t('today.live')}
          </a>
          <a href={routeHref({ screen: 'inventory', view: 'in-stock' })}>
            <b className="archvd-figure">{countText(counts.notListed)}</b> {t('today.notListed')}
          </a>
          <a
            href={routeHref({ screen: 'inventory', view: 'without-cost' })}
            data-needs={counts.withoutCost > 0 || undefined}
          >
            <b className="archvd-figure">{countText(counts.withoutCost)}</b> {t('today.withoutCost')}
          </a>
        </div>
      </Section>
      <Section title={t('today.fresh')}>
        <ScopeAges />
      </Section>
    </div>
  );
}
