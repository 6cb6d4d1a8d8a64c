import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../catalogue/catalogue';
import { ANCHOR_DAY } from './calibration';
import { createCommonFactor, createLevelPath } from './level';
import { salesOn } from './sales';
import { createSizeMarkets } from './size-market';

/**
 * Whether the made-up market is as hard to forecast as the real one: the plain baselines must err as much as they do on
 * real sales of liquid sizes (last sale 5.2 % and the median of five 5.5 % after a week, 8.0 and 8.2 % after a month).
 */
const SEEDS = [1, 2, 3];
const DAYS = 240;
const WARM_UP = 100;

type Day = readonly number[];

/** Prices of new pairs by size and day. */
function simulate(seed: number): Day[][] {
  const common = createCommonFactor(seed);
  const items = createCatalogue().items.filter((_, i) => i % 5 === seed % 5);
  return items.flatMap((item) => {
    const level = createLevelPath(item, seed, common);
    return [...createSizeMarkets(item, seed).values()].map((size) =>
      Array.from({ length: DAYS }, (_, i) =>
        salesOn(size, level, ANCHOR_DAY - DAYS + i)
          .filter((sale) => sale.grade === 0)
          .map((sale) => sale.priceCents),
      ),
    );
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

interface Score {
  error: number;
  total: number;
}

/** Errors of one method over all origins of all sizes; `from` and `to` bound the target window in days. */
function wape(
  series: readonly Day[][],
  from: number,
  to: number,
  forecast: (past: readonly number[]) => number,
): number {
  const score: Score = { error: 0, total: 0 };
  for (const days of series) {
    for (let origin = WARM_UP; origin + to < DAYS; origin += 7) {
      const past = days.slice(origin - 90, origin + 1).flat();
      const target = days.slice(origin + from, origin + to + 1).flat();
      if (past.length < 5 || target.length === 0) continue;
      const actual = median(target);
      score.error += Math.abs(forecast(past) - actual);
      score.total += actual;
    }
  }
  return score.error / score.total;
}

const lastSale = (past: readonly number[]): number => past.at(-1) ?? 0;
const lastFive = (past: readonly number[]): number => median(past.slice(-5));

describe('the market is as hard to forecast as the real one', () => {
  const runs = SEEDS.map(simulate);
  const mean = (from: number, to: number, forecast: (past: readonly number[]) => number): number =>
    runs.reduce((sum, series) => sum + wape(series, from, to, forecast), 0) / runs.length;

  test('a week ahead', () => {
    const last = mean(1, 7, lastSale);
    const five = mean(1, 7, lastFive);
    expect(last).toBeGreaterThan(0.042);
    expect(last).toBeLessThan(0.065);
    expect(five / last).toBeGreaterThan(0.85);
    expect(five / last).toBeLessThan(1.12);
  });

  test('a month ahead', () => {
    const last = mean(23, 37, lastSale);
    const five = mean(23, 37, lastFive);
    expect(last).toBeGreaterThan(0.06);
    expect(last).toBeLessThan(0.1);
    expect(five / last).toBeGreaterThan(0.85);
    expect(five / last).toBeLessThan(1.12);
  });
});
