import '@mantine/charts/styles.css';
import { LineChart } from '@mantine/charts';
import { exactTimeText } from '../format';
import type { Axis, TimeAxis } from './axis';
import { plotTip } from './plot-tip';
import { PLOT_BOTTOM, PLOT_TOP, SERIES_COLORS } from './plot-frame';
import type { MergedRow } from './series';
import { axisWidth, tickText, timeTickText, valueText, type ChartUnit } from './unit-text';

interface TimePlotProps {
  readonly rows: readonly MergedRow[];
  readonly labels: readonly string[];
  readonly unit: ChartUnit;
  readonly axis: Axis;
  readonly time: TimeAxis & { readonly from: number; readonly to: number };
  readonly shape: 'line' | 'step';
  readonly height: number;
}

/** The lines themselves; loaded by time-chart.tsx. */
export function TimePlot({ rows, labels, unit, axis, time, shape, height }: TimePlotProps) {
  const data = rows.map(({ at, values }) => ({
    at,
    ...Object.fromEntries(values.map((value, index) => [String(index), value])),
  }));
  const series = labels.map((label, index) => ({ name: String(index), label, color: SERIES_COLORS[index] ?? 'gray' }));
  const tip = plotTip(
    (at) => exactTimeText(Number(at)),
    (index) => ({ label: labels[Number(index)] ?? '', color: SERIES_COLORS[Number(index)] }),
    (value) => valueText(value, unit),
  );
  return (
    <LineChart
      h={height}
      data={data}
      dataKey="at"
      series={series}
      curveType={shape === 'step' ? 'stepAfter' : 'linear'}
      connectNulls
      withDots={data.length < 2}
      strokeWidth={1.75}
      strokeDasharray="0"
      gridAxis="x"
      tickLine="none"
      accessibilityLayer={false}
      lineChartProps={{ margin: { top: PLOT_TOP, right: 4, bottom: 0, left: 0 } }}
      xAxisProps={{
        type: 'number',
        domain: [time.from, time.to],
        ticks: [...time.ticks],
        interval: 'preserveStartEnd',
        height: PLOT_BOTTOM,
        tickFormatter: (at: number) => timeTickText(at, time.step),
      }}
      yAxisProps={{
        width: axisWidth(axis.ticks, unit),
        domain: [axis.low, axis.high],
        ticks: [...axis.ticks],
        tickFormatter: (value: number) => tickText(value, unit, axis.ticks),
      }}
      tooltipProps={{ content: tip }}
    />
  );
}
