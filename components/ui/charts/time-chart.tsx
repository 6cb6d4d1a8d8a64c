import { Skeleton } from '@mantine/core';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { dateText, exactTimeText } from '../format';
import { t } from '../text';
import { niceAxis, timeAxis } from './axis';
import { ChartFrame, ChartTable } from './chart-frame';
import styles from './charts.module.css';
import { PLOT_BOTTOM, PLOT_TOP, SERIES_COLORS } from './plot-frame';
import { mergeSeries, seriesFacts, spread, thinPoints, type TimeSeries } from './series';
import { valueText, type ChartUnit } from './unit-text';

/** The drawing library is loaded when the first chart is seen: no page waits for it. */
const TimePlot = lazy(() => import('./time-plot').then(({ TimePlot: plot }) => ({ default: plot })));

export interface TimeChartProps {
  /** The answer to the one question of the chart: "Ask fell 12 % in 30 days". */
  readonly title: string;
  /** One to three. */
  readonly series: readonly TimeSeries[];
  readonly unit: ChartUnit;
  /** What to say while no value is known. */
  readonly empty: string;
  /** The time shown; without it, from the first point to the last. */
  readonly range?: { readonly from: number; readonly to: number };
  /** `step`: a value holds until the next one, as a price does. */
  readonly shape?: 'line' | 'step';
  /** The axis begins at zero; for amounts that add up, not for prices. */
  readonly fromZero?: boolean;
  readonly height?: number;
  /** A choice of range, for example. */
  readonly action?: ReactNode;
}

/** One to three series over time, each with its name and last value at the end of its line. */
export function TimeChart(props: TimeChartProps) {
  const { title, unit, empty, shape = 'line', height = 200, action } = props;
  const series = useMemo(
    () => props.series.map((each) => ({ ...each, points: thinPoints(within(each, props.range)) })),
    [props.series, props.range],
  );
  const facts = series.map(seriesFacts);
  const known = facts.filter((each) => each !== null);
  const rows = useMemo(() => mergeSeries(series, shape === 'step'), [series, shape]);
  const from = props.range?.from ?? rows[0]?.at ?? 0;
  const to = props.range?.to ?? rows.at(-1)?.at ?? 0;
  const least = Math.min(...known.map(({ low }) => low), ...(props.fromZero ? [0] : []));
  const most = Math.max(...known.map(({ high }) => high), ...(props.fromZero ? [0] : []));
  const axis = known.length === 0 ? { low: 0, high: 1, ticks: [0, 1] } : niceAxis(least, most);
  const inner = height - PLOT_TOP - PLOT_BOTTOM;
  const place = (value: number) => PLOT_TOP + (1 - (value - axis.low) / (axis.high - axis.low)) * inner;
  const places = spread(
    facts.map((each) => (each === null ? 0 : place(each.last.value)) - 16),
    34,
    0,
    height - 34,
  );
  const summary = series
    .flatMap(({ label }, index) => {
      const fact = facts[index];
      const text = (value: number) => valueText(value, unit);
      return fact
        ? t('chart.summary', [
            label,
            text(fact.first.value),
            dateText(fact.first.at),
            text(fact.last.value),
            dateText(fact.last.at),
            text(fact.low),
            text(fact.high),
          ])
        : [];
    })
    .join(' ');
  return (
    <ChartFrame
      title={title}
      summary={summary}
      empty={known.length === 0 ? empty : null}
      height={height}
      action={action}
      chart={
        <div className={styles['drawn']} style={{ height }}>
          <div className={styles['plot']}>
            <Suspense fallback={<Skeleton height={height} radius={8} />}>
              <TimePlot
                rows={rows}
                labels={series.map(({ label }) => label)}
                unit={unit}
                axis={axis}
                time={{ from, to, ...timeAxis(from, to) }}
                shape={shape}
                height={height}
              />
            </Suspense>
          </div>
          <div className={styles['labels']} aria-hidden="true">
            {series.map(({ id, label }, index) => {
              const fact = facts[index];
              return fact ? (
                <span key={id} className={styles['label']} style={{ top: places[index], color: SERIES_COLORS[index] }}>
                  <b>{valueText(fact.last.value, unit)}</b>
                  <br />
                  {label}
                </span>
              ) : null;
            })}
          </div>
        </div>
      }
      table={
        <ChartTable
          head={[t('chart.when'), ...series.map(({ label }) => label)]}
          rows={rows.toReversed().map(({ at, values }) => ({
            key: String(at),
            cells: [exactTimeText(at), ...values.map((value) => (value === null ? '-' : valueText(value, unit)))],
          }))}
        />
      }
    />
  );
}

/** Points of the range; one before it stays, at its edge, since its value still holds there. */
function within({ points }: TimeSeries, range: TimeChartProps['range']): TimeSeries['points'] {
  if (range === undefined) return points;
  const inside = points.filter(({ at }) => at >= range.from && at <= range.to);
  const before = points.findLast(({ at }) => at < range.from);
  return before === undefined ? inside : [{ at: range.from, value: before.value }, ...inside];
}
