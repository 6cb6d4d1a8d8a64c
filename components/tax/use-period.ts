import { useMemo } from 'react';
import { reportPeriodOf } from '@/lib/domain/tax/make-tax-report';
import { calendarQuarterOf, calendarYearOf, periodsBetween, type TaxPeriod } from '@/lib/domain/tax/tax-period';
import type { TaxReportKind } from '@/lib/domain/tax/tax-report';
import { instant, MINUTE_MS, type Instant } from '@/lib/domain/time/instant';
import type { TaxReading } from '@/lib/queries/tax-books';
import { localOffset } from '../bridge/local-time';
import { useNow } from '../ui/use-now';
import { useRoute } from '../ui/use-route';

/** Periods offered at most, so that a wrong year in one row makes no list of a thousand. */
const MOST = 80;

type Cadence = TaxReportKind | 'quarter' | 'calendar-year';

interface PeriodChoice {
  /** The newest first. */
  readonly periods: readonly TaxPeriod[];
  readonly period: TaxPeriod;
  readonly isOver: boolean;
  readonly choose: (first: string) => void;
}

/**
 * The period that is looked at, kept in the address: every one from the first row of the books to the one now. Without a
 * choice it is the last one that is over, which is the one to file.
 */
export function usePeriod({ settled, profile }: TaxReading, cadence: Cadence, filter: string): PeriodChoice {
  const { change } = useRoute();
  const [, chosen] = filter.split('~');
  const now = instant(useNow(60 * MINUTE_MS));
  const { periods, current } = useMemo(() => {
    const periodOf = (moment: Instant): TaxPeriod => {
      if (cadence === 'quarter') return calendarQuarterOf(moment, localOffset);
      if (cadence === 'calendar-year') return calendarYearOf(moment, localOffset);
      return reportPeriodOf(cadence, moment, profile, localOffset);
    };
    const firsts = [settled.events[0]?.at, settled.stock[0]?.boughtAt, settled.expenses[0]?.expense.spentAt];
    const first = Math.min(now, ...firsts.filter((each) => each !== undefined));
    const all = periodsBetween(instant(first), now, periodOf);
    return { current: periodOf(now), periods: all.toReversed().slice(0, MOST) };
  }, [settled, profile, cadence, now]);
  const named = periods.find(({ first }) => first === chosen);
  const lastOver = periods.find(({ to }) => to <= now);
  const period = named ?? lastOver ?? current;
  return {
    periods,
    period,
    isOver: period.to <= now,
    choose: (first) => change({ filter: `${cadence}~${first}` }, 'quiet'),
  };
}
