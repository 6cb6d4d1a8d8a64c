import '@mantine/charts/styles.css';
import { BarChart as Plot } from '@mantine/charts';
import type { Axis } from './axis';
import { barColor, type Bar, type BarTone } from './bar';
import { plotTip } from './plot-tip';
import { axisWidth, tickText, valueText, type ChartUnit } from './unit-text';

interface BarPlotProps {
  readonly bars: readonly Bar[];
  readonly measure: string;
  readonly unit: ChartUnit;
  readonly tone: BarTone;
  readonly axis: Axis;
  readonly height: number;
}

/** Bars that stand; loaded by bar-chart.tsx. */
export function BarPlot({ bars, measure, unit, tone, axis, height }: BarPlotProps) {
  const tip = plotTip(
    String,
    () => ({ label: measure }),
    (value) => valueText(value, unit, tone === 'profit' ? 'always' : 'loss'),
  );
  return (
    <Plot
      h={height}
      data={[...bars]}
      dataKey="label"
      series={[{ name: 'value', label: measure, color: 'var(--archvd-series-1)' }]}
      getBarColor={(value) => barColor(value, tone)}
      gridAxis="x"
      tickLine="none"
      strokeDasharray="0"
      accessibilityLayer={false}
      maxBarWidth={36}
      barProps={{ isAnimationActive: false, radius: 2 }}
      barChartProps={{ margin: { top: 8, right: 4, bottom: 0, left: 0 }, accessibilityLayer: false }}
      xAxisProps={{ height: 28, interval: 'preserveStartEnd', minTickGap: 12 }}
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
