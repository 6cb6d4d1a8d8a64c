import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../catalogue/catalogue';
import { ANCHOR_DAY, grades } from './calibration';
import { createCommonFactor, createLevelPath } from './level';
import { createMarket, type Market, type Variant } from './market';
import { salesOn } from './sales';
import { createSizeMarkets } from './size-market';
import { DAY_MS } from './time';

const SEED = 11;
const NOW = (ANCHOR_DAY + 60) * DAY_MS + 12 * 3_600_000;
const catalogue = createCatalogue();

function quantiles(values: readonly number[], ...parts: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b);
  return parts.map((part) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN);
}

/** Within both bounds, with the value in the message when it is not. */
function expectWithin(value: number | undefined, low: number, high: number): void {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
}

function variantsOf(market: Market): Variant[] {
  return catalogue.items.flatMap((item) => market.variants(item));
}

describe('the market is a function of seed, model and moment', () => {
  test('whatever was asked before', () => {
    const item = catalogue.search('DZ5485-612')[0];
    if (item === undefined) throw new Error('no such model');
    const straight = createMarket(SEED).variant(item, 10);
    const wandering = createMarket(SEED).variant(item, 10);
    for (const days of [300, -200, 3, 0]) wandering?.bookAt(NOW + days * DAY_MS, 0, null);
    expect(wandering?.bookAt(NOW, 0, null)).toEqual(straight?.bookAt(NOW, 0, null));
    expect(wandering?.fairAt(NOW)).toBe(straight?.fairAt(NOW));
    expect(wandering?.history.between(NOW - 5 * DAY_MS, NOW)).toEqual(straight?.history.between(NOW - 5 * DAY_MS, NOW));
    expect(
      createMarket(SEED + 1)
        .variant(item, 10)
        ?.fairAt(NOW),
    ).not.toBe(straight?.fairAt(NOW));
  });

  test('levels pass through the hand-written figures on the anchor day', () => {
    const common = createCommonFactor(SEED);
    for (const item of catalogue.items) {
      const log = createLevelPath(item, SEED, common).logAt(ANCHOR_DAY * DAY_MS);
      expect(Math.exp(log)).toBeCloseTo(item.entry.level, 6);
    }
  });

  test('restocks sell more pairs for less', () => {
    const steps: number[] = [];
    for (const item of catalogue.items) {
      const path = createLevelPath(item, SEED, () => 0);
      for (let day = ANCHOR_DAY - 400; day < ANCHOR_DAY; day++) {
        if (path.volumeOn(day) < 7.9 || path.volumeOn(day - 1) >= 2) continue;
        steps.push(path.logAt(day * DAY_MS) - path.logAt((day - 1) * DAY_MS));
        expectWithin(path.volumeOn(day + 14), 4, 12);
      }
    }
    expectWithin(steps.length, 20, 100);
    expectWithin(steps.reduce((sum, step) => sum + step, 0) / steps.length, -0.16, -0.08);
  });
});

describe('quotes, against recorded ones (new pairs in good boxes)', () => {
  const rows = variantsOf(createMarket(SEED)).flatMap((variant) => {
    const { askCents, offerCents } = variant.bookAt(NOW, 0, null);
    const last = [...variant.history.backFrom(NOW)].find((sale) => sale.grade === 0)?.priceCents;
    return askCents === null || offerCents === null || last === undefined ? [] : [{ askCents, offerCents, last }];
  });

  test('bid-ask spread: recorded quartiles -.02, .20, .62', () => {
    const [low, middle, high] = quantiles(
      rows.map((row) => (row.askCents - row.offerCents) / ((row.askCents + row.offerCents) / 2)),
      0.25,
      0.5,
      0.75,
    );
    expectWithin(low, -0.02, 0.12);
    expectWithin(middle, 0.14, 0.28);
    expectWithin(high, 0.35, 0.7);
  });

  test('a few offers stand above the ask', () => {
    const crossed = rows.filter((row) => row.offerCents >= row.askCents).length / rows.length;
    expectWithin(crossed, 0.03, 0.25);
  });

  test('last sale over lowest ask: recorded quartiles 1.00, 1.02, 1.18', () => {
    const [low, middle, high] = quantiles(
      rows.map((row) => row.last / row.askCents),
      0.25,
      0.5,
      0.75,
    );
    expectWithin(low, 0.96, 1.03);
    expectWithin(middle, 1, 1.07);
    expectWithin(high, 1.07, 1.2);
  });

  test('last sale over highest offer: recorded quartiles 1.09, 1.30, 1.76', () => {
    const [low, middle, high] = quantiles(
      rows.map((row) => row.last / row.offerCents),
      0.25,
      0.5,
      0.75,
    );
    expectWithin(low, 1.05, 1.2);
    expectWithin(middle, 1.2, 1.4);
    expectWithin(high, 1.4, 1.9);
  });

  test('whole dollars, within the catalogue limits, highest offer first', () => {
    for (const variant of variantsOf(createMarket(SEED)).slice(0, 200)) {
      for (const grade of grades.keys()) {
        const { askCents, offerCents } = variant.bookAt(NOW, grade, null);
        for (const cents of [askCents, offerCents]) {
          if (cents === null) continue;
          expect(cents % 100).toBe(0);
          expectWithin(cents, variant.item.minimumCents, variant.item.maximumCents);
        }
        const prices = variant.offersAt(NOW, grade).map(([cents]) => cents);
        expect(prices[0] ?? null).toBe(offerCents);
        expect(prices).toEqual([...new Set(prices)].toSorted((a, b) => b - a));
      }
    }
  });
});

describe('sales and levels, against measured ones', () => {
  const DAYS = 250;
  const FIRST = ANCHOR_DAY - DAYS;
  const common = createCommonFactor(SEED);
  const models = catalogue.items.map((item) => {
    const level = createLevelPath(item, SEED, common);
    const counts = [...createSizeMarkets(item, SEED).values()].map((size) =>
      Array.from({ length: DAYS }, (_, i) => salesOn(size, level, FIRST + i).length),
    );
    return { level, counts };
  });
  const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

  test('sales a day of a size: measured quartiles .15, .59, 1.7', () => {
    const [low, middle, high] = quantiles(
      models.flatMap((model) => model.counts.map(meanOf)),
      0.25,
      0.5,
      0.75,
    );
    expectWithin(low, 0.08, 0.25);
    expectWithin(middle, 0.35, 0.75);
    expectWithin(high, 0.9, 2);
  });

  test('sales a day of a model: measured 5, 25, 50, 75, 95 %: 4, 8, 13, 46, 119', () => {
    const totals = models.map((model) => model.counts.reduce((sum, counts) => sum + meanOf(counts), 0));
    const [q5, q25, q50, q75, q95] = quantiles(totals, 0.05, 0.25, 0.5, 0.75, 0.95);
    expectWithin(q5, 2, 6);
    expectWithin(q25, 5, 11);
    expectWithin(q50, 10, 20);
    expectWithin(q75, 20, 50);
    expectWithin(q95, 60, 130);
  });

  test('daily counts are burstier than Poisson: variance over mean 1.2, 1.7, 4.8', () => {
    const ratios = models
      .flatMap((model) => model.counts)
      .filter((counts) => meanOf(counts) > 0.3)
      .map((counts) => {
        const mean = meanOf(counts);
        return meanOf(counts.map((count) => (count - mean) ** 2)) / mean;
      });
    const [low, middle, high] = quantiles(ratios, 0.1, 0.5, 0.9);
    expectWithin(low, 1, 1.4);
    expectWithin(middle, 1.4, 2.2);
    expectWithin(high, 3, 8);
  });

  test('weekends are quiet', () => {
    const byWeekday = [0, 0, 0, 0, 0, 0, 0];
    for (const counts of models.flatMap((model) => model.counts)) {
      for (const [i, count] of counts.slice(0, 245).entries())
        byWeekday[(FIRST + i + 4) % 7] = (byWeekday[(FIRST + i + 4) % 7] ?? 0) + count;
    }
    const total = byWeekday.reduce((sum, count) => sum + count, 0);
    expectWithin((byWeekday[0] ?? 0) / total, 0.055, 0.08);
    expectWithin((byWeekday[4] ?? 0) / total, 0.15, 0.19);
  });

  test('level volatility of old models: robust .8 %, sd 1.2 % a day; few months beyond 10 %', () => {
    const steps: number[] = [];
    const months: number[] = [];
    for (const { level } of models) {
      for (let day = FIRST; day < ANCHOR_DAY; day++)
        steps.push(level.logAt((day + 1) * DAY_MS) - level.logAt(day * DAY_MS));
      for (let day = FIRST; day < ANCHOR_DAY; day += 10)
        months.push(level.logAt((day + 30) * DAY_MS) - level.logAt(day * DAY_MS));
    }
    const [robust = 0] = quantiles(steps.map(Math.abs), 0.5);
    expectWithin(robust * 1.4826, 0.0065, 0.0095);
    expectWithin(Math.sqrt(meanOf(steps.map((step) => step * step))), 0.009, 0.013);
    expectWithin(months.filter((move) => Math.abs(move) > 0.1).length / months.length, 0.02, 0.12);
    expectWithin(months.filter((move) => Math.abs(move) > 0.2).length / months.length, 0, 0.02);
  });
});
