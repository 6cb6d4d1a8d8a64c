/**
 * Figures of the made-up market, measured on public sales of 2017-2025 (the project's forecasting study, section 4)
 * unless marked as assumed.
 */

export const OWN_STEP_SCALE = 0.62 / 1.1;

/** Levels pass through the catalogue's hand-written figure on this UTC day (2026-01-01). */
export const ANCHOR_DAY = 20454;

/**
 * Log level volatility per square root of a day by age since release: robust sd of all movement. A t(4) of scale s has
 * robust sd 1.1 s, and the model's own steps carry 0.62 of the movement; jumps and the common factor bring the rest.
 */
export const volatilityByAge: readonly (readonly [untilAge: number, robustSd: number])[] = [
  [0, 0.05],
  [14, 0.016],
  [60, 0.011],
  [180, 0.011],
  [Number.POSITIVE_INFINITY, 0.008],
];

/** Level against the day after release, log points by age in days; straight lines between. */
export const releaseCurve: readonly (readonly [age: number, log: number])[] = [
  [-30, 0.36],
  [-14, 0.33],
  [-7, 0.19],
  [-3, 0.1],
  [1, 0],
  [3, -0.03],
  [7, -0.08],
  [14, -0.09],
  [21, -0.125],
  [60, -0.08],
  [120, -0.05],
  [180, 0.01],
];

/** Shared by all models: 1.5 % a week. */
export const COMMON_DAILY_SD = 0.015 / Math.sqrt(7);

/** Restocks: how often, how deep, and what they do to volume. */
export const jumps = { perYear: 0.6, mean: -0.12, sd: 0.08, volume: 8, volumeDays: 28 } as const;

/** Share of volume by US men's size, percent. */
export const sizeShares: readonly (readonly [size: number, percent: number])[] = [
  [4, 1.5],
  [5, 2.3],
  [6, 2.9],
  [7, 3.1],
  [8, 6],
  [8.5, 5.3],
  [9, 9.8],
  [9.5, 9],
  [10, 12.8],
  [10.5, 9.5],
  [11, 10.8],
  [11.5, 4.4],
  [12, 8],
  [13, 5.6],
  [14, 1.6],
  [16, 0.3],
  [18, 0.1],
  [20, 0.05],
];

/** Premium over US 10 in log points: a Yeezy's and anybody else's. */
export const yeezyPremiums: readonly (readonly [size: number, log: number])[] = [
  [4, -0.04],
  [4.5, 0.12],
  [5, 0.07],
  [5.5, 0.13],
  [6, 0.12],
  [6.5, 0.2],
  [7, 0.06],
  [8, 0],
  [10.5, 0],
  [11, 0.04],
  [11.5, 0.06],
  [12, 0.05],
  [12.5, 0.17],
  [13, 0.08],
  [14, 0.04],
];
export const otherPremiums: readonly (readonly [size: number, log: number])[] = [
  [4, -0.09],
  [4.5, 0.02],
  [6, -0.1],
  [6.5, -0.04],
  [7, -0.09],
  [7.5, 0.02],
  [8, 0],
  [12, 0.01],
  [13, -0.06],
  [14, -0.06],
  [18, 0.1],
];

/** Spread of size effects and how fast they wander; thin sizes (under 3.5 % of volume) twice as much. */
export const sizeEffect = { sd: 0.11, weeklySd: 0.006 * Math.sqrt(7), thinShare: 0.035, thinFactor: 2 } as const;

/** AR(1) of the weekly log intensity, and the evenness of one day's volume. */
export const intensity = { phi: 0.75, sd: 0.55, dailyShape: 10 } as const;

/** Share of a week's volume, Sunday first, percent. */
export const weekdayShares: readonly number[] = [6.6, 16.0, 16.7, 16.6, 17.2, 17.1, 9.8];

/**
 * Noise of one sale around its level: robust sd 3.7 %, sd 4.6 % (measured 3.6 and 4.8 %), a part common to a
 * day. `toFive` is the share rounded to $5, the rest to $1: 56 % of prices end in 0 or 5.
 */
export const saleNoise = { batchSd: 0.02, scale: 0.029, toFive: 0.45 } as const;

/** Share of sales by condition and box, and what such a pair brings against new in a good box (assumed). */
export interface Grade {
  readonly product: string;
  readonly packaging: string;
  readonly share: number;
  readonly factor: number;
}

const products = [
  ['NEW', 0.93, 1],
  ['USED', 0.045, 0.72],
  ['NEW_WITH_DEFECTS', 0.025, 0.8],
] as const;
const boxes = [
  ['GOOD_CONDITION', 0.94, 1],
  ['BADLY_DAMAGED', 0.022, 0.93],
  ['NO_ORIGINAL_BOX', 0.026, 0.9],
  ['MISSING_LID', 0.012, 0.92],
] as const;

/** Twelve grades, new in a good box first. */
export const grades: readonly Grade[] = products.flatMap(([product, share, factor]) =>
  boxes.map(([box, boxShare, boxFactor]) => ({
    product: `PRODUCT_CONDITION_${product}`,
    packaging: `PACKAGING_CONDITION_${box}`,
    share: share * boxShare,
    factor: factor * boxFactor,
  })),
);

/** Straight lines between the points; flat outside them. */
export function interpolate(points: readonly (readonly [number, number])[], x: number): number {
  let before = points[0];
  if (before === undefined) return 0;
  if (x <= before[0]) return before[1];
  for (const point of points) {
    if (x <= point[0]) {
      const span = point[0] - before[0];
      return span === 0 ? point[1] : before[1] + ((x - before[0]) / span) * (point[1] - before[1]);
    }
    before = point;
  }
  return before[1];
}
