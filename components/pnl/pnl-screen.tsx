import { IconChartHistogram } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { pnlPage, type PnlPage } from '@/lib/queries/pnl-page';
import { stockPage } from '@/lib/queries/stock-page';
import type { Valuation } from '@/lib/queries/valuation';
import { LeftOut } from '../bridge/left-out';
import { localOffset, periodChoice, periodOf, type PeriodChoice } from '../bridge/local-time';
import { PeriodPicker } from '../bridge/period-picker';
import { leftOut } from '../bridge/total-figure';
import { useLive, type Live } from '../bridge/use-live';
import { useValuation } from '../bridge/use-valuation';
import { countText } from '../ui/format';
import { Screen, Section } from '../ui/screen';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { Fees } from './fees';
import { Groups } from './groups';
import { OverTime } from './over-time';
import styles from './pnl.module.css';
import { Stock } from './stock';
import { Totals } from './totals';

/** What was earned in a time, and what the stock would bring today. */
export function PnlScreen() {
  const valuation = useValuation();
  const { route, change } = useRoute();
  const choice = periodChoice(route.view) ?? '30';
  return (
    <Screen title={t('nav.pnl')} tools={<PeriodPicker value={choice} onChange={(view) => change({ view }, 'quiet')} />}>
      {valuation === null ? <SkeletonRows /> : <Report choice={choice} valuation={valuation} />}
    </Screen>
  );
}

interface ReportProps {
  readonly choice: PeriodChoice;
  readonly valuation: Valuation;
}

/** The two halves are read apart: the stock does not change with the time that is asked for. */
function Report({ choice, valuation }: ReportProps) {
  const realised = useLive(
    async (books) => {
      const period = periodOf(choice, valuation.now, localOffset);
      return { choice, page: await pnlPage(books, { period, valuation, offsetAt: localOffset }) };
    },
    [choice, valuation],
  );
  const stock = useLive((books) => stockPage(books, valuation), [valuation]);
  return (
    <div className={styles['column']}>
      <Part live={realised}>
        {({ page, choice: of }) =>
          page.totals.sales === 0 && page.excluded.length === 0 ? (
            <EmptyState icon={IconChartHistogram} title={t('pnl.empty')} text={t('pnl.emptyText')} />
          ) : (
            <div aria-busy={of !== choice} data-stale={of !== choice || undefined} className={styles['realised']}>
              <Realised page={page} choice={of} />
            </div>
          )
        }
      </Part>
      <Part live={stock}>{(page) => <Stock page={page} />}</Part>
    </div>
  );
}

interface PartProps<T> {
  readonly live: Live<T>;
  readonly children: (value: T) => ReactNode;
}

function Part<T>({ live, children }: PartProps<T>) {
  if (live.state === 'loading') return <SkeletonRows count={4} />;
  if (live.state === 'failed') {
    return <ErrorState title={t('state.errorTitle')} text={t('state.errorText', [live.message])} />;
  }
  return children(live.value);
}

function Realised({ page, choice }: { readonly page: PnlPage; readonly choice: PeriodChoice }) {
  const { totals } = page;
  const notes = [
    totals.pending === 0 ? '' : t('pnl.pending', totals.pending, [countText(totals.pending)]),
    totals.reversed === 0 ? '' : t('pnl.reversed', totals.reversed, [countText(totals.reversed)]),
  ].filter((note) => note !== '');
  return (
    <>
      <Section title={t('pnl.realised')}>
        <Totals totals={totals} />
        {leftOut(totals) === '' ? null : (
          <p className={styles['note']}>
            <LeftOut totals={totals} /> {t('pnl.sameBasis')}
          </p>
        )}
        {notes.length === 0 ? null : <p className={styles['note']}>{notes.join(' ')}</p>}
      </Section>
      <div className={styles['pair']}>
        <OverTime series={page.series} totals={totals} />
        <Fees totals={totals} />
      </div>
      <Groups page={page} choice={choice} />
    </>
  );
}
