import { Skeleton } from '@mantine/core';
import { lazy, Suspense, useMemo } from 'react';
import { exactTimeText } from '../format';
import { t } from '../text';
import { niceAxis, timeAxis } from './axis';
import { bandRows, type BandSeries } from './band-rows';
import { ChartFrame, ChartTable } from './chart-frame';
import { ChartLegend, type LegendEntry } from './chart-legend';
import { BAND_COLOR, DOT_COLOR, SERIES_COLORS } from './plot-frame';
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
  const legend: readonly LegendEntry[] = [
    ...lines.map(({ id, label }, nth): LegendEntry => ({
      id,
      label,
      kind: 'line',
      color: SERIES_COLORS[nth] ?? BAND_COLOR,
      value: text(last?.values[nth]),
    })),
    ...(band.points.length === 0
      ? []
      : [
          {
            id: 'band',
            label: band.label,
            kind: 'band',
            color: BAND_COLOR,
            value: `${text(last?.low)} – ${text(last?.high)}`,
          } as const,
        ]),
    ...(dots.points.length === 0
      ? []
      : [
          {
            id: 'dots',
            label: dots.label,
            kind: 'dot',
            color: DOT_COLOR,
            value: text(dots.points.at(-1)?.value),
          } as const,
        ]),
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
          <ChartLegend entries={legend} />
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
