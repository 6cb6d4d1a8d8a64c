import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../catalogue/catalogue';
import { ANCHOR_DAY } from './calibration';
import { createKalmanBaseline } from './kalman-baseline';
import { createCommonFactor, createLevelPath } from './level';
import { salesOn } from './sales';
import { createSizeMarkets } from './size-market';

/**
 * Whether the made-up market is as hard to forecast as the real one: plain methods must err as much as they do on real
 * sales of liquid sizes. Last sale, median of five, Kalman filter: 5.2, 5.5, 4.5 % after a week, 8.0, 8.2, 7.2 % after a
 * month.
 */
const SEEDS = [1, 2, 3];
const DAYS = 240;
const WARM_UP = 100;
const ORIGINS = Array.from({ length: Math.floor((DAYS - WARM_UP - 38) / 7) }, (_, i) => WARM_UP + 7 * i);

interface Model {
  /** Prices of new pairs by size, then by day. */
  readonly prices: readonly (readonly (readonly number[])[])[];
  /** The Kalman filter's forecast by size, then by origin. */
  readonly kalman: readonly (readonly number[])[];
}

type Method = 'last' | 'five' | 'kalman';

function simulate(seed: number): Model[] {
  const common = createCommonFactor(seed);
  const items = createCatalogue().items.filter((_, i) => i % 5 === seed % 5);
  return items.map((item) => {
    const level = createLevelPath(item, seed, common);
    const prices = [...createSizeMarkets(item, seed).values()].map((size) =>
      Array.from({ length: DAYS }, (_, i) =>
        salesOn(size, level, ANCHOR_DAY - DAYS + i)
          .filter((sale) => sale.grade === 0)
          .map((sale) => sale.priceCents),
      ),
    );
    return { prices, kalman: runKalman(prices) };
  });
}

function runKalman(prices: Model['prices']): number[][] {
  const filter = createKalmanBaseline(prices.length);
  const forecasts: number[][] = prices.map(() => []);
  for (let day = 0; day < DAYS; day++) {
    for (const [size, days] of prices.entries()) for (const price of days[day] ?? []) filter.see(size, price);
    if (ORIGINS.includes(day)) for (const [size, row] of forecasts.entries()) row.push(filter.forecast(size));
    filter.endDay();
  }
  return forecasts;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** Sum of errors over sum of prices, of sizes with five sales in 90 days; `from` and `to` bound the target in days. */
function wape(models: readonly Model[], from: number, to: number): Record<Method, number> {
  const errors = { last: 0, five: 0, kalman: 0 };
  let total = 0;
  for (const { prices, kalman } of models) {
    for (const [size, days] of prices.entries()) {
      for (const [i, origin] of ORIGINS.entries()) {
        const past = days.slice(origin - 89, origin + 1).flat();
        const target = days.slice(origin + from, origin + to + 1).flat();
        if (past.length < 5 || target.length === 0) continue;
        const actual = median(target);
        errors.last += Math.abs((past.at(-1) ?? 0) - actual);
        errors.five += Math.abs(median(past.slice(-5)) - actual);
        errors.kalman += Math.abs((kalman[size]?.[i] ?? 0) - actual);
        total += actual;
      }
    }
  }
  return { last: errors.last / total, five: errors.five / total, kalman: errors.kalman / total };
}

const runs = SEEDS.map(simulate);

function meanOver(from: number, to: number): Record<Method, number> {
  const scores = runs.map((models) => wape(models, from, to));
  const mean = (method: Method): number => scores.reduce((sum, score) => sum + score[method], 0) / scores.length;
  return { last: mean('last'), five: mean('five'), kalman: mean('kalman') };
}

describe('the market is as hard to forecast as the real one', () => {
  test.each([
    ['a week', 1, 7, { last: [0.042, 0.065], kalman: [0.034, 0.055], gain: 0.1 }],
    ['a month', 23, 37, { last: [0.062, 0.1], kalman: [0.055, 0.09], gain: 0.03 }],
  ] as const)('%s ahead', (_name, from, to, bounds) => {
    const { last, five, kalman } = meanOver(from, to);
    expect(last).toBeGreaterThan(bounds.last[0]);
    expect(last).toBeLessThan(bounds.last[1]);
    expect(kalman).toBeGreaterThan(bounds.kalman[0]);
    expect(kalman).toBeLessThan(bounds.kalman[1]);
    expect(five / last).toBeGreaterThan(0.85);
    expect(five / last).toBeLessThan(1.12);
    expect(1 - kalman / last).toBeGreaterThan(bounds.gain);
  });
});
