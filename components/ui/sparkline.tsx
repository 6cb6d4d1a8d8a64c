export interface SparklineProps {
  readonly values: readonly number[];
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
}

/** Points of a line through `values` in a box; a flat or single value lies in the middle. */
export function sparklinePoints(values: readonly number[], width: number, height: number): string {
  if (values.length === 0) return '';
  const low = Math.min(...values);
  const span = Math.max(...values) - low;
  const step = values.length === 1 ? 0 : width / (values.length - 1);
  const y = (value: number) => (span === 0 ? height / 2 : height - ((value - low) / span) * height);
  return values.map((value, index) => `${(index * step).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
}

/** A trend in the space of a word: no axes, no library. */
export function Sparkline({ values, label, width = 72, height = 24 }: SparklineProps) {
  if (values.length < 2) return null;
  return (
    <svg width={width} height={height} viewBox={`-1 -1 ${width + 2} ${height + 2}`} role="img" aria-label={label}>
      <polyline
        points={sparklinePoints(values, width, height)}
        fill="none"
        stroke="var(--archvd-accent-text)"
        strokeWidth={1.5}
        strokeLinejoin="round"
      />
    </svg>
  );
}
