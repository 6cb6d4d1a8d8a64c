import type { Axis, TimeAxis } from './axis';
import { PLOT_BOTTOM } from './plot-frame';
import { axisWidth, tickText, timeTickText, type ChartUnit } from './unit-text';

/** A time axis with the ends it is drawn between. */
export type TimeRange = TimeAxis & { readonly from: number; readonly to: number };

/** How every plot writes its axes: small and quiet, without lines. */
export const QUIET_AXIS = {
  tickLine: false,
  axisLine: false,
  tick: { fontSize: 12, fill: 'var(--mantine-color-dimmed)' },
} as const;

/** The moments along the bottom, as the drawing library asks for them. */
export function timeScale({ from, to, ticks, step }: TimeRange) {
  return {
    type: 'number' as const,
    domain: [from, to],
    ticks: [...ticks],
    interval: 'preserveStartEnd' as const,
    height: PLOT_BOTTOM,
    tickFormatter: (at: number) => timeTickText(at, step),
  };
}

/** The values along the side. */
export function valueScale({ low, high, ticks }: Axis, unit: ChartUnit) {
  return {
    width: axisWidth(ticks, unit),
    domain: [low, high],
    ticks: [...ticks],
    tickFormatter: (value: number) => tickText(value, unit, ticks),
  };
}
