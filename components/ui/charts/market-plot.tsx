import '@mantine/charts/styles.css';
import { useId } from 'react';
import {
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
  type DotItemDotProps,
} from 'recharts';
import { exactTimeText } from '../format';
import type { Axis } from './axis';
import { LINE_COLORS, markColor } from './market-colors';
import type { MarketRow, Stretch } from './market-rows';
import { QUIET_AXIS, timeScale, valueScale, type TimeRange } from './plot-axes';
import { DOT_COLOR, PLOT_TOP } from './plot-frame';
import { plotTip } from './plot-tip';
import { valueText, type ChartUnit } from './unit-text';

interface MarketPlotProps {
  readonly rows: readonly MarketRow[];
  /** Names of the lines, and of the dots. */
  readonly labels: readonly string[];
  /** When a line's newest price was read, by line; null: it has none. */
  readonly newest: readonly (number | null)[];
  readonly marks: readonly number[];
  readonly gaps: readonly Stretch[];
  readonly unit: ChartUnit;
  readonly axis: Axis;
  readonly time: TimeRange;
  readonly height: number;
}

/** The drawing itself; loaded by market-chart.tsx. */
export function MarketPlot({ rows, labels, newest, marks, gaps, unit, axis, time, height }: MarketPlotProps) {
  const hatch = useId();
  const lines = labels.length - 1;
  const data = rows.map(({ at, values, dot }) => ({
    at,
    ...Object.fromEntries([...values, dot].map((value, nth) => [String(nth), value])),
  }));
  const tip = plotTip(
    (at) => exactTimeText(Number(at)),
    (key) => ({
      label: labels[Number(key)] ?? '',
      color: Number(key) < lines ? LINE_COLORS[Number(key)] : DOT_COLOR,
    }),
    (value) => valueText(value, unit),
  );
  const still = { isAnimationActive: false, activeDot: false } as const;
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart data={data} margin={{ top: PLOT_TOP, right: 8, bottom: 0, left: 0 }} accessibilityLayer={false}>
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <line x1="0" y1="0" x2="0" y2="6" stroke="var(--archvd-series-4)" strokeWidth="1.5" strokeOpacity="0.35" />
          </pattern>
        </defs>
        <CartesianGrid vertical={false} stroke="var(--archvd-hairline)" />
        <XAxis dataKey="at" {...timeScale(time)} {...QUIET_AXIS} allowDataOverflow />
        <YAxis {...valueScale(axis, unit)} {...QUIET_AXIS} />
        <Tooltip
          isAnimationActive={false}
          content={({ label, payload }) => tip({ label, payload: payload.filter(({ value }) => value != null) })}
        />
        {gaps.map(({ from, until }) => (
          <ReferenceArea key={from} x1={from} x2={until} fill={`url(#${hatch})`} fillOpacity={1} stroke="none" />
        ))}
        {marks.map((value, nth) => (
          <ReferenceLine key={nth} y={value} stroke={markColor(nth)} strokeDasharray="5 4" strokeWidth={1.25} />
        ))}
        {labels.slice(0, lines).map((label, nth) => (
          <Line
            key={label}
            {...still}
            dataKey={String(nth)}
            type="stepAfter"
            stroke={LINE_COLORS[nth] ?? DOT_COLOR}
            strokeWidth={nth === 0 ? 2 : 1.5}
            dot={newestDot(newest[nth] ?? null, LINE_COLORS[nth] ?? DOT_COLOR)}
          />
        ))}
        <Line {...still} dataKey={String(lines)} stroke="none" dot={{ r: 2.5, fill: DOT_COLOR, stroke: 'none' }} />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

/** Marks the newest price of a line where it was read, not where it merely still held. */
function newestDot(at: number | null, color: string) {
  if (at === null) return false;
  return function NewestDot({ key, cx, cy, payload }: DotItemDotProps) {
    return payload?.at === at ? <circle key={key} cx={cx} cy={cy} r={3} fill={color} /> : <g key={key} />;
  };
}
