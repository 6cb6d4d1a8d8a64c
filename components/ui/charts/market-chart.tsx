import { Skeleton } from '@mantine/core';
import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { exactTimeText } from '../format';
import { t } from '../text';
import { niceAxis, timeAxis } from './axis';
import { ChartFrame, ChartTable } from './chart-frame';
import { ChartLegend, type LegendEntry } from './chart-legend';
import { LINE_COLORS, markColor } from './market-colors';
import { clipped, marketRows, newestMoments, type Stretch } from './market-rows';
import { DOT_COLOR } from './plot-frame';
import type { TimePoint, TimeSeries } from './series';
import { valueText, type ChartUnit } from './unit-text';

/** The drawing library is loaded when the first chart is seen: no page waits for it. */
const MarketPlot = lazy(() => import('./market-plot').then(({ MarketPlot: plot }) => ({ default: plot })));

export interface MarketChartProps {
  /** The answer to the one question of the chart. */
  readonly title: string;
  /** One to four; a value holds until the next one. */
  readonly lines: readonly TimeSeries[];
  readonly dots: { readonly label: string; readonly points: readonly TimePoint[] };
  /** Levels drawn across, as they are now. */
  readonly marks: readonly { readonly id: string; readonly label: string; readonly value: number }[];
  /** Stretches of which not everything is known, and what that means. */
  readonly gaps: { readonly label: string; readonly stretches: readonly Stretch[] };
  readonly unit: ChartUnit;
  readonly range: { readonly from: number; readonly to: number };
  readonly empty: string;
  readonly height?: number;
  readonly action?: ReactNode;
}

/** Prices over time with the sales among them, levels to hold them against, and what is not known hatched. */
export function MarketChart(props: MarketChartProps) {
  const { title, lines, dots, marks, unit, range, empty, height = 240, action } = props;
  const rows = useMemo(() => marketRows(lines, dots.points, range), [lines, dots.points, range]);
  const gaps = clipped(props.gaps.stretches, range);
  const known = rows.flatMap(({ values, dot }) => [...values, dot]).filter((value) => value !== null);
  const all = [...known, ...marks.map(({ value }) => value)];
  const axis = known.length === 0 ? { low: 0, high: 1, ticks: [0, 1] } : niceAxis(Math.min(...all), Math.max(...all));
  const last = rows.at(-1);
  const text = (value: number | null | undefined) => (value == null ? '-' : valueText(value, unit));
  const sold = rows.filter(({ dot }) => dot !== null).length;
  const legend: readonly LegendEntry[] = [
    ...lines.map(({ id, label }, nth): LegendEntry => ({
      id,
      label,
      kind: 'line',
      color: LINE_COLORS[nth] ?? DOT_COLOR,
      value: text(last?.values[nth]),
    })),
    ...(sold === 0
      ? []
      : [{ id: 'dots', label: dots.label, kind: 'dot', color: DOT_COLOR, value: String(sold) } as const]),
    ...marks.map(({ id, label, value }, nth): LegendEntry => ({
      id,
      label,
      kind: 'mark',
      color: markColor(nth),
      value: text(value),
    })),
    ...(gaps.length === 0
      ? []
      : [{ id: 'gap', label: props.gaps.label, kind: 'gap', color: null, value: '' } as const]),
  ];
  return (
    <ChartFrame
      title={title}
      summary={`${title}. ${legend.map(({ label, value }) => `${label} ${value}`.trim()).join('. ')}.`}
      empty={known.length === 0 ? empty : null}
      height={height}
      action={action}
      chart={
        <Suspense fallback={<Skeleton height={height} radius={8} />}>
          <MarketPlot
            rows={rows}
            labels={[...lines.map(({ label }) => label), dots.label]}
            newest={newestMoments(lines, range)}
            marks={marks.map(({ value }) => value)}
            gaps={gaps}
            unit={unit}
            axis={axis}
            time={{ ...withRoom(range), ...timeAxis(range.from, range.to) }}
            height={height}
          />
        </Suspense>
      }
      below={<ChartLegend entries={legend} />}
      table={
        <ChartTable
          head={[t('chart.when'), ...lines.map(({ label }) => label), dots.label]}
          rows={rows.toReversed().map(({ at, values, dot }) => ({
            key: String(at),
            cells: [exactTimeText(at), ...[...values, dot].map(text)],
          }))}
        />
      }
    />
  );
}

/** What was read a moment ago is a dot at the right edge: as much room as half of it takes. */
function withRoom({ from, to }: MarketChartProps['range']): MarketChartProps['range'] {
  return { from, to: to + (to - from) / 80 };
}
