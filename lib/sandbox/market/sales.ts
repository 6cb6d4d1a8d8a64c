import { gammaMeanOne, mix, normal, poisson, randomFrom, studentT4, type Random } from '../random/random';
import { grades, intensity, saleNoise, weekdayShares } from './calibration';
import type { LevelPath } from './level';
import type { SizeMarket } from './size-market';
import { DAY_MS, weekdayOf } from './time';

/** A pair of this size that somebody bought from somebody. */
export interface MarketSale {
  readonly atMs: number;
  readonly priceCents: number;
  /** Index into `grades`. */
  readonly grade: number;
  readonly consigned: boolean;
  readonly region: string;
}

const nothing: readonly MarketSale[] = [];
const regionShares: readonly (readonly [region: string, upTo: number])[] = [
  ['3', 0.68],
  ['2', 0.88],
  ['1', 0.94],
  ['4', 1],
];

/** The sales of one size on one UTC day, in order of time. The same day always gives the same sales. */
export function salesOn(size: SizeMarket, level: LevelPath, day: number): readonly MarketSale[] {
  const random = randomFrom(mix(size.seed, 0x5a, day));
  const weekday = ((weekdayShares[weekdayOf(day)] ?? 14.3) * 7) / 100;
  const mean =
    size.rate * weekday * size.intensityOn(day) * level.volumeOn(day) * gammaMeanOne(random, intensity.dailyShape);
  const count = poisson(random, mean);
  if (count === 0) return nothing;
  const batch = saleNoise.batchSd * normal(random);
  const sales = Array.from({ length: count }, () => makeSale(random, size, level, day, batch));
  return sales.toSorted((a, b) => a.atMs - b.atMs);
}

function makeSale(random: Random, size: SizeMarket, level: LevelPath, day: number, batch: number): MarketSale {
  const atMs = day * DAY_MS + Math.floor(random() * DAY_MS);
  const grade = pickGrade(random());
  const log = level.logAt(atMs) + size.premiumOn(day) + batch + saleNoise.scale * studentT4(random);
  const step = random() < saleNoise.toFive ? 5 : 1;
  const dollars = Math.round((Math.exp(log) * (grades[grade]?.factor ?? 1)) / step) * step;
  const consigned = random() < 0.42;
  const where = random();
  return {
    atMs,
    priceCents: Math.max(25, dollars) * 100,
    grade,
    consigned,
    region: regionShares.find(([, upTo]) => where < upTo)?.[0] ?? '3',
  };
}

function pickGrade(draw: number): number {
  let sum = 0;
  for (const [index, grade] of grades.entries()) {
    sum += grade.share;
    if (draw < sum) return index;
  }
  return 0;
}
