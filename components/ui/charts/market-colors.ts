import { SERIES_COLORS } from './plot-frame';

/** Four products are held against each other at most, hence four lines. */
export const LINE_COLORS = [...SERIES_COLORS, 'var(--archvd-series-4)'] as const;

export const DOT_COLOR = 'var(--archvd-series-5)';

/** Of the levels drawn across. */
export function markColor(nth: number): string {
  return nth === 0 ? DOT_COLOR : 'var(--mantine-color-text)';
}
