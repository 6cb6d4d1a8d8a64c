import { IconChartHistogram } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { pnlPage, type PnlPage } from '@/lib/queries/pnl-page';
import type { Valuation } from '@/lib/queries/valuation';
import { localOffset, PERIODS, periodOf } from '../bridge/local-time';
import { periodText } from '../bridge/period-words';
import { LeftOut } from '../bridge/left-out';
import { leftOut } from '../bridge/total-figure';
import { useLive } from '../bridge/use-live';
import { useValuation } from '../bridge/use-valuation';
import { Chips } from '../ui/chips';
import { countText } from '../ui/format';
import { Screen, Section } from '../ui/screen';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { FeesByKind } from './fees-by-kind';
import { GroupTable } from './group-table';
import { brandText, monthLabel } from './group-words';
import styles from './pnl.module.css';
import { Totals } from './totals';
import { Unrealised } from './unrealised';

/** Charts come with their own library: loaded only when this screen is opened. */
const MonthChart = lazy(() => import('./month-chart').then(({ MonthChart: chart }) => ({ default: chart })));

/** What was earned in a time, and what the stock would bring today. */
export function PnlScreen() {
  const valuation = useValuation();
  const { route, change } = useRoute();
  const choice = PERIODS.find((each) => each === route.view) ?? '30';
  const tools = (
    <Chips
      label={t('pnl.period')}
      value={choice}
      onChange={(next) => change({ view: next }, 'quiet')}
      choices={PERIODS.map((value) => ({ value, label: periodText(value) }))}
    />
  );
  return (
    <Screen title={t('nav.pnl')} tools={tools}>
      {valuation === null ? <SkeletonRows /> : <Report key={choice} choice={choice} valuation={valuation} />}
    </Screen>
  );
}

interface ReportProps {
  readonly choice: (typeof PERIODS)[number];
  readonly valuation: Valuation;
}

function Report({ choice, valuation }: ReportProps) {
  const live = useLive(
    (books) =>
      pnlPage(books, { period: periodOf(choice, valuation.now, localOffset), valuation, offsetAt: localOffset }),
    [choice, valuation],
  );
  if (live.state === 'loading') return <SkeletonRows />;
  if (live.state === 'failed')
    return <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />;
  return (
    <div className={styles['column']}>
      {live.value.totals.sales === 0 && live.value.excluded.length === 0 ? (
        <EmptyState icon={IconChartHistogram} title={t('pnl.empty')} text={t('pnl.emptyText')} />
      ) : (
        <Realised page={live.value} />
      )}
      <Section title={t('pnl.unrealised')}>
        <Unrealised values={live.value.unrealised} />
      </Section>
    </div>
  );
}

function Realised({ page }: { readonly page: PnlPage }) {
  const { totals, byMonth, byBrand } = page;
  const left = leftOut(totals);
  const notes = [
    totals.pending === 0 ? '' : t('pnl.pending', totals.pending, [countText(totals.pending)]),
    totals.reversed === 0 ? '' : t('pnl.reversed', totals.reversed, [countText(totals.reversed)]),
  ].filter((note) => note !== '');
  return (
    <>
      <Section title={t('pnl.realised')}>
        <Totals totals={totals} />
        {left === '' ? null : (
          <p className={styles['note']}>
            <LeftOut totals={totals} /> {t('pnl.sameBasis')}
          </p>
        )}
        {notes.length === 0 ? null : <p className={styles['note']}>{notes.join(' ')}</p>}
      </Section>
      {byMonth.length > 1 ? (
        <Suspense fallback={<div className={styles['chart']} />}>
          <MonthChart months={byMonth} />
        </Suspense>
      ) : null}
      <div className={styles['pair']}>
        <Section title={t('pnl.feesByKind')}>
          <FeesByKind totals={totals} />
        </Section>
        <Section title={t('pnl.byMonth')}>
          <GroupTable head={t('pnl.month')} groups={byMonth.toReversed()} nameOf={monthLabel} />
        </Section>
      </div>
      <Section title={t('pnl.byBrand')}>
        <GroupTable head={t('pnl.brand')} groups={byBrand} nameOf={brandText} />
      </Section>
    </>
  );
}
