import { useMemo, useState } from 'react';
import { makeTaxReport, reportKinds } from '@/lib/domain/tax/make-tax-report';
import type { TaxPeriod } from '@/lib/domain/tax/tax-period';
import type { TaxReportKind } from '@/lib/domain/tax/tax-report';
import type { TaxReading } from '@/lib/queries/tax-books';
import { localOffset } from '../bridge/local-time';
import { Chips } from '../ui/chips';
import { Section } from '../ui/screen';
import { t } from '../ui/text';
import { useRoute } from '../ui/use-route';
import { ClosingStock } from './closing-stock';
import { FigureDrawer } from './figure-drawer';
import { FigureTable } from './figure-table';
import { LeftRows } from './left-rows';
import { PeriodSelect, taxPeriodText } from './period-select';
import { PoolFigures } from './pool-figures';
import { ReportActions } from './report-actions';
import styles from './tax.module.css';
import { reportKindText } from './tax-words';
import { usePeriod } from './use-period';

interface ReturnsProps {
  readonly reading: TaxReading;
  readonly onProfile: (profile: TaxReading['profile']) => void;
}

/** The figures of one period, each with the rows behind it. */
export function Returns({ reading, onProfile }: ReturnsProps) {
  const { route, change } = useRoute();
  const kinds = reportKinds(reading.profile);
  const filter = route.filter ?? '';
  const kind = kindOf(filter, kinds);
  const { periods, period, isOver, choose } = usePeriod(reading, kind, filter);
  return (
    <div className={styles['column']}>
      <div className={styles['tools']}>
        {kinds.length < 2 ? null : (
          <Chips<TaxReportKind>
            label={t('tax.report')}
            value={kind}
            onChange={(next) => change({ filter: next }, 'quiet')}
            choices={kinds.map((value) => ({ value, label: reportKindText(value) }))}
          />
        )}
        <PeriodSelect periods={periods} period={period} onChange={choose} />
      </div>
      <Report reading={reading} kind={kind} period={period} isOver={isOver} onProfile={onProfile} />
    </div>
  );
}

interface ReportProps extends ReturnsProps {
  readonly kind: TaxReportKind;
  readonly period: TaxPeriod;
  readonly isOver: boolean;
}

function Report({ reading: { profile, settled }, kind, period, isOver, onProfile }: ReportProps) {
  const [open, setOpen] = useState<string | null>(null);
  const report = useMemo(
    () => makeTaxReport(kind, settled, profile, period, localOffset),
    [kind, settled, profile, period],
  );
  const isForm = profile.country === 'US' || kind !== 'year';
  return (
    <>
      <Section
        title={`${reportKindText(kind)}, ${taxPeriodText(period)}`}
        action={<ReportActions report={report} isOver={isOver} />}
      >
        <LeftRows left={report.left} />
        <FigureTable report={report} isForm={isForm} onOpen={setOpen} />
      </Section>
      {kind === 'year' && profile.country === 'US' ? (
        <ClosingStock report={report} profile={profile} onProfile={onProfile} />
      ) : null}
      <PoolFigures report={report} onOpen={setOpen} />
      <FigureDrawer report={report} figure={open} isForm={isForm} onClose={() => setOpen(null)} />
    </>
  );
}

/** The report the address names, else the first one. */
function kindOf(filter: string, kinds: readonly TaxReportKind[]): TaxReportKind {
  const [named] = filter.split('~');
  return kinds.find((each) => each === named) ?? kinds[0] ?? 'year';
}
