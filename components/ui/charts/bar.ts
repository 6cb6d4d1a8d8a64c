export interface Bar {
  readonly id: string;
  readonly label: string;
  /** Minor units of the chart's currency, or a count. */
  readonly value: number;
}

/** `profit`: gain and loss in their colours, with their sign. */
export type BarTone = 'plain' | 'profit';

export function barColor(value: number, tone: BarTone): string {
  if (tone === 'plain') return 'var(--archvd-series-1)';
  return value < 0 ? 'var(--archvd-loss)' : 'var(--archvd-gain)';
}
