import { Skeleton } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import { exactTimeText } from '../format';
import { t } from '../text';
import { niceAxis, timeAxis } from './axis';
import { bandRows, type BandSeries } from './band-rows';
import styles from './band-chart.module.css';
import { ChartFrame, ChartTable } from './chart-frame';
import { valueText, type ChartUnit } from './unit-text';

/** The drawing library is loaded when the first chart is seen: no page waits for it. */
const BandPlot = lazy(() => import('./band-plot').then(({ BandPlot: plot }) => ({ default: plot })));

export interface BandChartProps extends BandSeries {
  /** The answer to the one question of the chart. */
  readonly title: string;
  readonly unit: ChartUnit;
  readonly empty: string;
  readonly height?: number;
  /** Until when values hold. */
  readonly to: number;
}

/** Prices that hold until the next one, between what and what they may move, and single sales, all on one axis. */
export function BandChart({ title, unit, empty, height = 220, to, lines, band, dots }: BandChartProps) {
  const rows = useMemo(() => bandRows({ lines, band, dots }, to), [lines, band, dots, to]);
  const known = rows
    .flatMap(({ values, low, high, dot }) => [...values, low, high, dot])
    .filter((each) => each !== null);
  const axis =
    known.length === 0 ? { low: 0, high: 1, ticks: [0, 1] } : niceAxis(Math.min(...known), Math.max(...known));
  const from = rows[0]?.at ?? to;
  const last = rows.at(-1);
  const text = (value: number | null | undefined) =>
    value === null || value === undefined ? '-' : valueText(value, unit);
  const legend = [
    ...lines.map(({ id, label }, nth) => ({ id, label, mark: String(nth + 1), value: text(last?.values[nth]) })),
    ...(band.points.length === 0
      ? []
      : [{ id: 'band', label: band.label, mark: 'band', value: `${text(last?.low)} – ${text(last?.high)}` }]),
    ...(dots.points.length === 0
      ? []
      : [{ id: 'dots', label: dots.label, mark: 'dot', value: text(dots.points.at(-1)?.value) }]),
  ];
  return (
    <ChartFrame
      title={title}
      summary={`${title}. ${legend.map(({ label, value }) => `${label}: ${value}.`).join(' ')}`}
      empty={known.length === 0 ? empty : null}
      height={height}
      chart={
        <>
          <Suspense fallback={<Skeleton height={height} radius={8} />}>
            <BandPlot
              rows={rows}
              labels={[...lines.map(({ label }) => label), band.low, band.high, dots.label]}
              unit={unit}
              axis={axis}
              time={{ from, to, ...timeAxis(from, to) }}
              height={height}
            />
          </Suspense>
          <ul className={styles['legend']}>
            {legend.map(({ id, label, mark, value }) => (
              <li key={id}>
                <span className={styles['mark']} data-mark={mark} />
                {label} <b className="archvd-figure">{value}</b>
              </li>
            ))}
          </ul>
        </>
      }
      table={
        <ChartTable
          head={[t('chart.when'), ...lines.map(({ label }) => label), band.low, band.high, dots.label]}
          rows={rows.toReversed().map(({ at, values, low, high, dot }) => ({
            key: String(at),
            cells: [exactTimeText(at), ...[...values, low, high, dot].map(text)],
          }))}
        />
      }
    />
  );
}
