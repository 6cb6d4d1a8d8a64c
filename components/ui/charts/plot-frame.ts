/** Space above a plot and, below it, of the marks of its axis; labels beside it are placed by them. */
export const PLOT_TOP = 8;
export const PLOT_BOTTOM = 28;

export const SERIES_COLORS = ['var(--archvd-series-1)', 'var(--archvd-series-2)', 'var(--archvd-series-3)'] as const;

/** Of a band between two lines, and of single dots. */
export const BAND_COLOR = 'var(--archvd-series-4)';
export const DOT_COLOR = 'var(--archvd-series-5)';
