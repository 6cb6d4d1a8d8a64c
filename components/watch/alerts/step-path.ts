/** A value from a moment on; null: none was known. */
export interface PlotPoint {
  readonly at: number;
  readonly value: number | null;
}

/**
 * The drawing of values that each hold until the next one, up to `until`; broken where none is known.
 *
 * @example 10 from 0 on and 8 from 5 on, until 9: `M0 10H5V8H9`
 */
export function stepPath(
  points: readonly PlotPoint[],
  until: number,
  x: (at: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  let isDrawn = false;
  for (const [nth, { at, value }] of points.entries()) {
    if (value !== null) {
      path += isDrawn ? `V${round(y(value))}` : `M${round(x(at))} ${round(y(value))}`;
      path += `H${round(x(points[nth + 1]?.at ?? until))}`;
    }
    isDrawn = value !== null;
  }
  return path;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
