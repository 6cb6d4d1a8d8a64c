import { BAND_COLOR, DOT_COLOR, SERIES_COLORS } from './plot-frame';

/** Four products are held against each other at most, hence four lines. */
export const LINE_COLORS = [...SERIES_COLORS, BAND_COLOR] as const;

/** Of the levels drawn across. */
export function markColor(nth: number): string {
  return nth === 0 ? DOT_COLOR : 'var(--mantine-color-text)';
}
