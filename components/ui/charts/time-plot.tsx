import '@mantine/charts/styles.css';
import { LineChart } from '@mantine/charts';
import { exactTimeText } from '../format';
import type { Axis } from './axis';
import { plotTip } from './plot-tip';
import { timeScale, valueScale, type TimeRange } from './plot-axes';
import { PLOT_TOP, SERIES_COLORS } from './plot-frame';
import type { MergedRow } from './series';
import { valueText, type ChartUnit } from './unit-text';

interface TimePlotProps {
  readonly rows: readonly MergedRow[];
  readonly labels: readonly string[];
  readonly unit: ChartUnit;
  readonly axis: Axis;
  readonly time: TimeRange;
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
      xAxisProps={timeScale(time)}
      yAxisProps={valueScale(axis, unit)}
      tooltipProps={{ content: tip }}
    />
  );
}
