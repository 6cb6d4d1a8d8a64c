import { weeklyVolume, type WeekOfSales } from '@/lib/domain/market/weekly-volume';
import type { Instant } from '@/lib/domain/time/instant';
import type { SizeHistory } from '@/lib/queries/size-history';
import { ChartFrame, ChartTable } from '../ui/charts/chart-frame';
import { countText, dateText } from '../ui/format';
import { t } from '../ui/text';
import { gapText } from './chart-titles';
import styles from './size.module.css';

interface WeeklyVolumeProps {
  readonly history: SizeHistory;
  readonly readAt: Instant;
  readonly since: Instant | null;
}

const HEIGHT = 88;

/** Sales week by week; a week of which sales may be missing is hatched and says "at least". */
export function WeeklyVolume({ history, readAt, since }: WeeklyVolumeProps) {
  const weeks = weeklyVolume(history.sales, history.gaps, { readAt, since });
  const most = Math.max(1, ...weeks.map(({ sales }) => sales));
  const title = titleOf(weeks);
  const last = weeks.at(-1);
  return (
    <ChartFrame
      title={title}
      summary={`${title}. ${weeks.map((week) => `${dateText(week.from)}: ${countOf(week)}`).join('. ')}.`}
      empty={weeks.length === 0 ? t('market.noSales') : null}
      height={HEIGHT}
      chart={
        <div className={styles['weeks']} style={{ height: HEIGHT }}>
          {weeks.map((week) => (
            <span
              key={week.from}
              title={t('market.weekOf', [dateText(week.from), countOf(week)])}
              data-open={week.complete ? undefined : true}
            >
              <i style={{ height: `${(week.sales / most) * 100}%` }} />
            </span>
          ))}
        </div>
      }
      below={
        <div className={styles['weeksFoot']}>
          <span>{weeks[0] === undefined ? null : dateText(weeks[0].from)}</span>
          {weeks.some(({ complete }) => !complete) ? (
            <span>
              <span className={styles['hatch']} /> {gapText(history.gaps)}
            </span>
          ) : null}
          <span>{last === undefined ? null : dateText(last.until)}</span>
        </div>
      }
      table={
        <ChartTable
          head={[t('market.week'), t('market.salesOfWeek')]}
          rows={weeks.toReversed().map((week) => ({
            key: String(week.from),
            cells: [`${dateText(week.from)} – ${dateText(week.until)}`, countOf(week)],
          }))}
        />
      }
    />
  );
}

function countOf({ sales, complete }: WeekOfSales): string {
  return complete ? countText(sales) : t('market.atLeast', [countText(sales)]);
}

/** The newest week against the ones before it, as far as they are known. */
function titleOf(weeks: readonly WeekOfSales[]): string {
  const last = weeks.at(-1);
  if (last === undefined) return t('market.weeksNone');
  const count = countText(last.sales);
  const text = last.complete ? count : t('market.atLeastFirst', [count]);
  const before = weeks.slice(0, -1).filter(({ complete }) => complete);
  if (before.length === 0) return t('market.weeksOne', last.sales, [text, dateText(last.until)]);
  const mean = before.reduce((sum, { sales }) => sum + sales, 0) / before.length;
  return t('market.weeksTitle', last.sales, [text, dateText(last.until), String(Math.round(mean * 10) / 10)]);
}
