import '@mantine/charts/styles.css';
import { Area, CartesianGrid, ComposedChart, Line, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { exactTimeText } from '../format';
import type { Axis } from './axis';
import type { BandRow } from './band-rows';
import { QUIET_AXIS, timeScale, valueScale, type TimeRange } from './plot-axes';
import { BAND_COLOR, DOT_COLOR, PLOT_TOP, SERIES_COLORS } from './plot-frame';
import { plotTip } from './plot-tip';
import { valueText, type ChartUnit } from './unit-text';

interface BandPlotProps {
  readonly rows: readonly BandRow[];
  /** Names of the lines, of the two ends of the band, and of the dots. */
  readonly labels: readonly string[];
  readonly unit: ChartUnit;
  readonly axis: Axis;
  readonly time: TimeRange;
  readonly height: number;
}

/** The drawing itself; loaded by band-chart.tsx. */
export function BandPlot({ rows, labels, unit, axis, time, height }: BandPlotProps) {
  const lines = labels.length - 3;
  const data = rows.map(({ at, values, low, high, dot }) => ({
    at,
    band: low === null || high === null ? null : [low, high],
    ...Object.fromEntries([...values, low, high, dot].map((value, nth) => [String(nth), value])),
  }));
  const colorOf = (nth: number) => (nth < lines ? SERIES_COLORS[nth] : nth < lines + 2 ? BAND_COLOR : DOT_COLOR);
  const tip = plotTip(
    (at) => exactTimeText(Number(at)),
    (key) => ({ label: labels[Number(key)] ?? '', color: colorOf(Number(key)) }),
    (value) => valueText(value, unit),
  );
  const still = { isAnimationActive: false, activeDot: false } as const;
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart data={data} margin={{ top: PLOT_TOP, right: 4, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <CartesianGrid vertical={false} stroke="var(--archvd-hairline)" />
        <XAxis dataKey="at" {...timeScale(time)} {...QUIET_AXIS} />
        <YAxis {...valueScale(axis, unit)} {...QUIET_AXIS} />
        <Tooltip
          isAnimationActive={false}
          content={({ label, payload }) =>
            tip({ label, payload: payload.filter(({ dataKey, value }) => dataKey !== 'band' && value !== null) })
          }
        />
        <Area {...still} dataKey="band" type="stepAfter" stroke="none" fill={BAND_COLOR} fillOpacity={0.14} />
        {labels.slice(lines, lines + 2).map((label, nth) => (
          <Line
            key={label}
            {...still}
            dataKey={String(lines + nth)}
            type="stepAfter"
            stroke={BAND_COLOR}
            strokeWidth={1}
            strokeDasharray="3 3"
            dot={false}
          />
        ))}
        {labels.slice(0, lines).map((label, nth) => (
          <Line
            key={label}
            {...still}
            dataKey={String(nth)}
            type="stepAfter"
            stroke={SERIES_COLORS[nth] ?? BAND_COLOR}
            strokeWidth={nth === 0 ? 2.25 : 1.5}
            dot={data.length < 2}
          />
        ))}
        <Line {...still} dataKey={String(lines + 2)} stroke="none" dot={{ r: 3, fill: DOT_COLOR, stroke: 'none' }} />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
