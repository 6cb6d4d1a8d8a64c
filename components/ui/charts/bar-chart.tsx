import { Skeleton } from '@mantine/core';
import { lazy, Suspense, type ReactNode } from 'react';
import { t } from '../text';
import { niceAxis } from './axis';
import type { Bar, BarTone } from './bar';
import { BarRows } from './bar-rows';
import { ChartFrame, ChartTable } from './chart-frame';
import { valueText, type ChartUnit } from './unit-text';

const BarPlot = lazy(() => import('./bar-plot').then(({ BarPlot: plot }) => ({ default: plot })));

export interface BarChartProps {
  /** The answer to the one question of the chart: "Best month: Oct 26, +$1,180". */
  readonly title: string;
  /** What the bars measure, e.g. "Profit". */
  readonly measure: string;
  readonly bars: readonly Bar[];
  readonly unit: ChartUnit;
  /** What to say while there are no bars. */
  readonly empty: string;
  /** `columns` stand side by side, for stretches of time; `rows` lie below each other, for names. */
  readonly layout?: 'columns' | 'rows';
  readonly tone?: BarTone;
  readonly height?: number;
  readonly action?: ReactNode;
}

/** One figure for each of several categories. */
export function BarChart(props: BarChartProps) {
  const { title, measure, bars, unit, empty, layout = 'columns', tone = 'plain', action } = props;
  const height = layout === 'rows' ? bars.length * 28 : (props.height ?? 200);
  const text = (value: number) => valueText(value, unit, tone === 'profit' ? 'always' : 'loss');
  const values = bars.map(({ value }) => value);
  return (
    <ChartFrame
      title={title}
      summary={`${measure}: ${bars.map(({ label, value }) => `${label} ${text(value)}`).join(', ')}`}
      empty={bars.length === 0 ? empty : null}
      height={bars.length === 0 ? 96 : height}
      action={action}
      chart={
        layout === 'rows' ? (
          <BarRows bars={bars} text={text} tone={tone} />
        ) : (
          <Suspense fallback={<Skeleton height={height} radius={8} />}>
            <BarPlot
              bars={bars}
              measure={measure}
              unit={unit}
              tone={tone}
              axis={niceAxis(Math.min(0, ...values), Math.max(0, ...values))}
              height={height}
            />
          </Suspense>
        )
      }
      table={
        <ChartTable
          head={[t('chart.what'), measure]}
          rows={bars.map(({ id, label, value }) => ({ key: id, cells: [label, text(value)] }))}
        />
      }
    />
  );
}
